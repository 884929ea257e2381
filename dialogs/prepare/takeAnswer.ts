import type { DialogTurn } from '../dialogTurn.ts';
import { plain } from '../rehearse/parentLine.ts';
import { pickedItems } from '../toolbox/pickedItems.ts';
import type { ToolAnswer } from '../toolbox/toolAnswers.ts';
import { betterSentence } from './betterSentence.ts';
import { childIn } from './childIn.ts';
import { meetingIn } from './meeting/meetingIn.ts';
import { takeMeeting } from './meeting/takeMeeting.ts';
import { namesIn } from './namesIn.ts';
import { nicknameFrom } from './nicknameFrom.ts';
import { nicknameIn, type Plan } from './plan.ts';
import { withAnswer } from './planProgress.ts';
import type { AskedStep } from './prepareSteps.ts';
import { proposalsAt } from './proposalsAt.ts';
import { sentenceFeedback } from './sentenceFeedback.ts';

/** An answer longer than this is kept whole, and the teacher hears that it is long. */
const LONG = 600;

/** What came of an answer: the plan with it, and what is said. */
export interface TakenAnswer {
  readonly plan: Plan;
  /** In Markdown. */
  readonly reply?: string | undefined;
  /**
   * | next | means |
   * | --- | --- |
   * | on | the next question |
   * | again | the same question: the answer is kept, and not enough yet |
   * | check | a sentence at a tip: keep it, or say it otherwise |
   */
  readonly next: 'on' | 'again' | 'check';
  /** With `check`: how it could also be said. */
  readonly better?: string | null;
}

/** Takes what was answered at a step into the plan. Everything that was typed stays in it. */
export function takeAnswer(turn: DialogTurn, plan: Plan, step: AskedStep, answer: ToolAnswer): TakenAnswer {
  if (step.tip !== null) return takeSentence(turn, plan, step, answer);
  switch (step.id) {
    case 'nickname':
      return takeNickname(turn, plan, answer);
    case 'meeting':
      return takeTime(turn, plan, answer);
    case 'questions':
    case 'heated': {
      const words = picked(turn, plan, step, answer.words);
      return {
        plan: withAnswer(turn, plan, step.id, { ...answer, words }),
        next: 'on',
        reply: advice(turn, plan, words),
      };
    }
    default:
      return { plan: withAnswer(turn, plan, step.id, answer), next: 'on', reply: advice(turn, plan, answer.words) };
  }
}

function takeSentence(turn: DialogTurn, plan: Plan, step: AskedStep, answer: ToolAnswer): TakenAnswer {
  const { tip } = step;
  if (tip === null) return { plan, next: 'on' };
  const sentence = answer.words;
  if (isNonsense(turn, sentence)) return { plan, next: 'again', reply: turn.t('prepare.nonsense') };
  const better = betterSentence(turn, plan, tip, sentence);
  const feedback = sentenceFeedback(turn, plan, { tip, sentence, better });
  const name = nameAdvice(turn, plan, sentence);
  return {
    plan: withAnswer(turn, plan, tip, answer),
    next: 'check',
    reply: [...(name ? [name] : []), feedback].join('\n\n'),
    better,
  };
}

/** Keys at random, as the parent in a rehearsal would take it; any scenario will do to tell. */
function isNonsense({ content, reader, memory }: DialogTurn, sentence: string): boolean {
  const [scenario] = content.scenarios;
  return scenario !== undefined && reader.read(sentence, scenario, memory.locale).kind === 'nonsense';
}

function takeNickname(turn: DialogTurn, plan: Plan, answer: ToolAnswer): TakenAnswer {
  const { t } = turn;
  // The day was told with the first words, and now the time follows.
  if (isTimeOf(turn, plan, answer.words)) return { ...takeTime(turn, plan, answer), next: 'again' };
  const nickname = withoutSurname(turn, nicknameFrom(answer.words));
  if (nickname === null) return { plan, next: 'again', reply: t('prepare.nickname.unclear') };
  return {
    plan: withAnswer(turn, plan, 'nickname', { ...answer, words: nickname }),
    next: 'on',
    reply: t('prepare.nickname.noted', { child: plain(nickname) }),
  };
}

/** The second word behind a first name is somebody's own. */
function withoutSurname({ content }: DialogTurn, nickname: string | null): string | null {
  const [first = ''] = nickname?.split(' ') ?? [];
  return namesIn(content, first, '').length > 0 ? first : nickname;
}

function isTimeOf({ at }: DialogTurn, { meeting }: Plan, said: string): boolean {
  return meeting !== null && !meeting.start.includes('T') && meetingIn(said, at).kind === 'time';
}

function takeTime(turn: DialogTurn, plan: Plan, answer: ToolAnswer): TakenAnswer {
  const { meeting, words, reply, stays } = takeMeeting(turn, answer.words, plan);
  const kept = withAnswer(turn, plan, 'meeting', { ...answer, words });
  return { plan: { ...kept, meeting }, reply, next: stays ? 'again' : 'on' };
}

/** What is proposed, some of it by number, or own words with a line for each. */
function picked(turn: DialogTurn, plan: Plan, { id }: AskedStep, said: string): string {
  const items = proposalsAt(turn, plan, id);
  const isFine = [turn.texts('nl'), turn.texts('en')].some((t) => t('prepare.word.fine') === said.trim().toLowerCase());
  return (isFine ? items : pickedItems(items, said)).join('\n');
}

function advice(turn: DialogTurn, plan: Plan, said: string): string | undefined {
  const parts = [nameAdvice(turn, plan, said), said.length > LONG ? turn.t('prepare.longAnswer') : undefined];
  return parts.filter((part) => part !== undefined).join('\n\n') || undefined;
}

function nameAdvice(turn: DialogTurn, plan: Plan, said: string): string | undefined {
  const child = childIn(turn, plan);
  const names = namesIn(turn.content, said, nicknameIn(plan) ?? child);
  return names.length > 0
    ? turn.t('prepare.name', { names: names.map(plain).join(', '), child: plain(child) })
    : undefined;
}
