import { AdaptiveCard, OpenUrlAction } from '@microsoft/teams.cards';
import type { Content } from '../../../../content/schema/content.ts';
import type { Locale } from '../../../../content/schema/locale.ts';
import { TIPS } from '../../../../content/schema/move.ts';
import type { TopicId } from '../../../../content/schema/topic.ts';
import { cardHeading, cardPart, cardText } from '../../../../dialogs/cards/cardBody.ts';
import type { Found } from '../../../../dialogs/finding/createFinder.ts';
import { type TopicAnswer, topicAnswer } from '../../../../dialogs/finding/topicAnswer.ts';
import type { Translate } from '../../../../dialogs/texts.ts';
import { sentencesAt } from '../../../../dialogs/tips/sentencesAt.ts';
import { tipOfTheDay } from '../../../../dialogs/tips/tipOfTheDay.ts';
import { withoutName } from '../../../../dialogs/tips/withoutName.ts';
import type { Result } from './extensionReplies.ts';

/** Most results for a question. */
const MOST = 8;
/** A topic that is less likely than this is no result. */
const LEAST_LIKELY = 0.02;

/** What results are made of. */
export interface ResultParts {
  readonly content: Pick<Content, 'tips' | 'toolbox' | 'sources'>;
  readonly locale: Locale;
  readonly t: Translate;
  /** Where one can talk to the bot alone, as a link. */
  readonly personalChat: string;
}

/** The tip of the day and then the others; `at`: now. */
export function firstResults(parts: ResultParts, at: Date): readonly Result[] {
  const today = tipOfTheDay(at.toISOString());
  return [today, ...TIPS.filter((tip) => tip !== today)].map((tip) => {
    const result = resultFor(parts, tip, true);
    return tip === today ? { ...result, title: parts.t('extension.today', { name: result.title }) } : result;
  });
}

/** What a question found, best first; beside a sure answer, and for an unsure one, the others are only perhaps meant. */
export function foundResults(parts: ResultParts, { certainty, topics }: Found): readonly Result[] {
  return topics
    .filter(({ score }, index) => index === 0 || score >= LEAST_LIKELY)
    .slice(0, MOST)
    .map(({ topic }, index) => resultFor(parts, topic, certainty === 'sure' && index === 0));
}

function resultFor(parts: ResultParts, topic: TopicId, isMeant: boolean): Result {
  const { content, locale, t } = parts;
  const answer = topicAnswer(content, topic, locale, t('dialogs.tip.child'));
  const sentences = toPaste(parts, answer);
  const title = t(`extension.${answer.kind}`, { number: answer.number, name: answer.name });
  return {
    title: isMeant ? title : t('extension.maybe', { name: title }),
    text: sentences[0] ?? answer.gist,
    card: cardOf(parts, answer, { title, sentences, isMeant }),
  };
}

/** What is made for writing comes first. */
function toPaste({ content, locale, t }: ResultParts, { topic, say }: TopicAnswer): readonly string[] {
  const tip = content.tips.find(({ id }) => id === topic);
  if (!tip) return say;
  const { sentences } = sentencesAt(tip, 'in-writing', 0);
  return sentences.map(({ text }) => withoutName(text[locale], t('dialogs.tip.child')));
}

function cardOf(
  { content, locale, t, personalChat }: ResultParts,
  { kind, number, topic, gist, avoid, source }: TopicAnswer,
  {
    title,
    sentences,
    isMeant,
  }: { readonly title: string; readonly sentences: readonly string[]; readonly isMeant: boolean },
): AdaptiveCard {
  const short = content.sources.find(({ id }) => id === source)?.short[locale] ?? source;
  const words =
    kind === 'tip'
      ? `${t('dialogs.word.tip')} ${number} ${t('dialogs.word.source')}`
      : `${t('dialogs.word.toolbox')} ${topic}`;
  return new AdaptiveCard(
    cardHeading(title),
    ...(isMeant ? [] : [cardText(t('extension.unsure'), { isSubtle: true })]),
    cardText(gist),
    cardText(t('extension.paste'), { weight: 'Bolder' }),
    ...sentences.map((sentence) => cardPart(cardText(sentence))),
    cardText(t('answering.avoid', avoid)),
    cardText(t('answering.source', { short }), { size: 'Small', isSubtle: true }),
    cardText(t('extension.forYou'), { size: 'Small', isSubtle: true }),
  )
    .withVersion('1.5')
    .withActions(
      new OpenUrlAction(`${personalChat}&message=${encodeURIComponent(words)}`, { title: t('extension.source') }),
    );
}
