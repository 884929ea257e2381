import type { Line } from '../../content/schema/line.ts';
import type { Move } from '../../content/schema/move.ts';
import { chance } from './chance.ts';
import { chooseAnswer } from './chooseAnswer.ts';
import { askHowToGoOn, pressConcern, raiseConcern, recallPromise } from './chooseInitiative.ts';
import { asksBack, chooseReaction, reactToQuestion } from './chooseReaction.ts';
import type { Moment } from './moment.ts';
import { onTheTable } from './onTheTable.ts';
import { pickLine } from './pickLine.ts';

const ABOUT_THE_PLAN: readonly Move[] = ['clear-honest-realistic', 'be-reachable', 'propose-face-to-face'];

/**
 * The lines of which the parent's reply is made, in order; empty when there is nothing fit to say, and the parent
 * keeps silent.
 *
 * | the teacher | the parent says |
 * | --- | --- |
 * | ends the talk, or it ends by itself | last words; before leaving in anger or for lack of time also what would be said else |
 * | says again what was said before | that it was said before |
 * | asks | reaction to what else was done, and an answer |
 * | makes a move | reaction, and maybe an initiative |
 * | says something without a move | an initiative, or else a reaction |
 * | says nothing that can be followed | reaction to that, or else an initiative |
 *
 * When all that fits has been said, the parent says that it was said before.
 */
export function chooseReply(moment: Moment): readonly Line[] {
  if (moment.number === 0) return only(pickLine(moment, { part: 'opening' }));
  if (moment.ending === null) return replyTo(moment);

  const last = only(pickLine(moment, { part: 'ending', only: ({ when }) => when.ending !== undefined }));
  if (moment.ending !== 'parent-left' && moment.ending !== 'out-of-turns') return last;
  return [...replyTo(moment).filter(({ part }) => part !== 'initiative'), ...last].slice(-2);
}

function replyTo(moment: Moment): readonly Line[] {
  const again = moment.repeats ? sayAgain(moment) : null;
  if (again !== null) return [again];
  const lines = replyByKind(moment);
  return lines.length > 0 ? lines : only(sayAgain({ ...moment, repeats: true }) ?? lead(moment));
}

function replyByKind(moment: Moment): readonly Line[] {
  if (owesAnswer(moment)) return answer(moment);
  if (moment.kind === 'talk' && moment.move === null) return takeLead(moment);
  return react(moment);
}

function sayAgain(moment: Moment): Line | null {
  const saysSo = ({ when }: Line) => when.again === true;
  return pickLine(moment, { part: 'reaction', only: saysSo }) ?? pickLine(moment, { part: 'answer', only: saysSo });
}

/**
 * A question that a move asks, or that is about something the parent knows, or minds and nothing more was said. "Is that
 * right?" after a summary and "Does Tuesday suit?" are answered by the reaction itself.
 */
function owesAnswer({ asked, question, facts, touched, move, kind }: Moment): boolean {
  if (!asked || (kind !== 'talk' && kind !== 'greeting' && kind !== 'farewell')) return false;
  return question !== null || facts.length > 0 || (touched && move === null);
}

function answer(moment: Moment): readonly Line[] {
  const { move, question } = moment;
  const harmed = move !== null && isToAvoid(move, moment);
  const line = chooseAnswer(moment, !harmed);
  if (line === null) return react(moment);
  const promise = recallIfDue(moment);
  if (promise !== null) return [line, promise];
  if (move !== null && move !== question) return [...only(chooseReaction(moment, line)), line];
  const reacts =
    line.tells !== undefined && question !== 'explicit-expectations' && !harmed && happens(moment, 'reacts');
  return reacts ? [...only(reactToQuestion(moment)), line] : [line];
}

function takeLead(moment: Moment): readonly Line[] {
  const next = lead(moment);
  if (next === null) return only(chooseReaction(moment, null));
  return moment.asked || happens(moment, 'reacts') ? followedBy(chooseReaction(moment, next), next, moment) : [next];
}

/** What the parent brings up when the teacher leaves the lead. */
function lead(moment: Moment): Line | null {
  return recallIfDue(moment) ?? pressConcern(moment) ?? raiseConcern(moment) ?? askHowToGoOn(moment);
}

function react(moment: Moment): readonly Line[] {
  const promise = recallIfDue(moment);
  if (promise !== null) return [...only(chooseReaction(moment, promise)), promise];
  const next = initiativeAfter(moment);
  const reaction = chooseReaction(moment, next);
  if (reaction === null) return only(next ?? pressConcern(moment) ?? askHowToGoOn(moment));
  return followedBy(reaction, next, moment);
}

function recallIfDue(moment: Moment): Line | null {
  return moment.cameBack ? recallPromise(moment) : null;
}

/** What the parent adds of their own accord after a move that helped, or null. */
function initiativeAfter(moment: Moment): Line | null {
  const { move, state, heardNow } = moment;
  if (move === null || isToAvoid(move, moment)) return null;
  const waiting = onTheTable(state) !== null;
  if (heardNow) return waiting ? pressConcern(moment) : raiseConcern(moment);
  if (waiting) return ABOUT_THE_PLAN.includes(move) && isEarly(moment) ? pressConcern(moment) : null;
  if (state.phase !== 'closing') return raiseConcern(moment) ?? goOnSometimes(moment);
  return goOnSometimes(moment);
}

function goOnSometimes(moment: Moment): Line | null {
  return !isEarly(moment) && happens(moment, 'goes-on') ? askHowToGoOn(moment) : null;
}

/** Both lines, unless the first ends on a question of the parent's own: then the teacher is to speak. */
function followedBy(first: Line | null, second: Line | null, moment: Moment): readonly Line[] {
  return first !== null && asksBack(first, moment) ? [first] : [...only(first), ...only(second)];
}

/** Every other time, as the seed has it. */
function happens({ seed, number }: Moment, what: string): boolean {
  return chance(seed, `${number}/${what}`) < 0.5;
}

function isEarly({ state }: Moment): boolean {
  return state.phase !== 'plan' && state.phase !== 'closing';
}

function isToAvoid(move: Move, { scenario }: Moment): boolean {
  return scenario.moves.some(({ id, kind }) => id === move && kind === 'avoid');
}

function only(line: Line | null): readonly Line[] {
  return line === null ? [] : [line];
}
