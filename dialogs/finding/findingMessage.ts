import type { Activity } from 'botbuilder-core';
import type { TopicId } from '../../content/schema/topic.ts';
import { guideSays, type Suggestion } from '../activities.ts';
import { asCard } from '../cards/asCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { menuMessage } from '../menu/menuMessages.ts';
import { answerText } from './answerText.ts';
import { type TopicAnswer, topicAnswer } from './topicAnswer.ts';

const OFFERED = 3;

/**
 * Answers a question in own words with one message: the topic's sentences and its source when it is sure what is asked, the
 * three likeliest topics when it is not, and the menu when nothing here answers it.
 */
export function findingMessage(turn: DialogTurn, question: string): Partial<Activity> {
  const { memory, t } = turn;
  const { certainty, topics } = turn.finder(question, memory.locale);
  const [best] = topics;
  if (certainty === 'nothing' || !best) return menuMessage(turn, 'finding.nothing');
  if (certainty === 'sure') return answerMessage(turn, best.topic);

  const offered = topics.slice(0, OFFERED).map(({ topic }) => answerTo(turn, topic));
  const list = offered.map(
    (answer) => `- ${t(`finding.${answer.kind}`, { number: answer.number, name: answer.name })}`,
  );
  const message = guideSays(memory.locale, 'menu', [t('finding.unsure'), list.join('\n')].join('\n\n'), {
    suggestions: offered.map((answer) => ({ title: answer.name, value: opens(turn, answer) })),
  });
  return asCard(turn, message);
}

function answerMessage(turn: DialogTurn, topic: TopicId): Partial<Activity> {
  const { memory, t, content } = turn;
  const answer = answerTo(turn, topic);
  memory.cited = citedBy(answer, turn);
  const whole = answer.kind === 'tip' ? 'finding.button.whole' : 'finding.button.open';
  const message = guideSays(memory.locale, 'tip', answerText(answer, content, memory.locale, t), {
    suggestions: [
      { title: t(whole), value: opens(turn, answer) },
      { title: t('finding.button.rehearse'), value: t('dialogs.word.rehearse') },
    ],
  });
  return asCard(turn, message);
}

function answerTo({ content, memory, t }: DialogTurn, topic: TopicId): TopicAnswer {
  return topicAnswer(content, topic, memory.locale, t('dialogs.tip.child'));
}

function citedBy({ topic }: TopicAnswer, { content }: DialogTurn): DialogTurn['memory']['cited'] {
  const tip = content.tips.find(({ id }) => id === topic);
  return tip ? { kind: 'tip', tip: tip.id } : { kind: 'tool', tool: topic };
}

/** What to type for the whole of it. */
function opens({ t }: DialogTurn, { kind, number, topic }: TopicAnswer): Suggestion['value'] {
  return kind === 'tip' ? `${t('dialogs.word.tip')} ${number}` : `${t('dialogs.word.toolbox')} ${topic}`;
}
