import type { QuestionTopic } from '../../content/schema/hearing.ts';
import type { Line } from '../../content/schema/line.ts';
import type { Move } from '../../content/schema/move.ts';
import type { Sign, SignBetweenVoices } from '../../content/schema/sign.ts';
import type { EndReason } from '../../content/schema/state.ts';
import { chance } from './chance.ts';
import { chooseAnswer, tellInstead } from './chooseAnswer.ts';
import { askHowToGoOn, pressConcern, raiseConcern, recallPromise, speakUp } from './chooseInitiative.ts';
import {
  asksBack,
  askWhatIsMeant,
  chooseReaction,
  reactToQuestion,
  reactToSign,
  takeUpStatement,
} from './chooseReaction.ts';
import { isToAvoid } from './isToAvoid.ts';
import type { Moment } from './moment.ts';
import { onTheTable } from './onTheTable.ts';
import { pickLine, type Search } from './pickLine.ts';
import { QUESTION_MOVES } from './questionMoves.ts';
import { onlyOne, voiceOf } from './voices.ts';

const ENDS_BEFORE_AN_ANSWER: readonly EndReason[] = ['parent-left', 'out-of-turns', 'time-is-up'];
const HARM_BETWEEN_VOICES: Readonly<Record<SignBetweenVoices, true>> = { 'takes-sides': true, 'passes-on': true };
/** After so many replies to plain words the parent brings up something new. */
const LEADS_AFTER = 3;
/** And after so many comes back to what was not heard. */
const PRESSES_AFTER = 4;
const ABOUT_THE_PLAN: readonly Move[] = ['clear-honest-realistic', 'be-reachable', 'propose-face-to-face'];

/**
 * The lines of which the parent's reply is made, in order; empty when there is nothing fit to say, and the parent
 * keeps silent.
 *
 * | the teacher | the parent says |
 * | --- | --- |
 * | ends the talk, or it ends by itself | last words; before leaving in anger or for lack of time also what else would be said of it |
 * | says again what was said before | that it was said before |
 * | keeps to one side | reaction or answer, and the other one speaks up |
 * | asks | reaction to what else was done, and an answer |
 * | makes a move | reaction, and maybe an initiative |
 * | says something of which the parent does not know what to make | asks what is meant, not twice in a row |
 * | says something without a move | reaction to what the words show, an initiative, or else a reaction |
 * | says nothing that can be followed | reaction to that, or else an initiative |
 *
 * When all that fits has been said, the parent says that it was said before.
 */
export function chooseReply(moment: Moment): readonly Line[] {
  if (moment.number === 0) return eachVoice(moment, { part: 'opening' });
  if (moment.ending === null) return replyTo(moment);

  const last = eachVoice(moment, { part: 'ending', only: ({ when }) => when.ending !== undefined });
  if (moment.ending === null || !ENDS_BEFORE_AN_ANSWER.includes(moment.ending)) return last;
  return [...replyTo(moment).filter(takesUp), ...last].slice(-1 - last.length);
}

/** Whether the line is about what was said, so that it can stand before last words. */
function takesUp({ part, when }: Line): boolean {
  if (part === 'initiative') return false;
  return part === 'answer' || when.move !== undefined || when.kind !== undefined || when.sign !== undefined;
}

/** The best line, and where the parent is not alone also the best of another voice; what raises a concern goes first. */
function eachVoice(moment: Moment, search: Search): readonly Line[] {
  const first = pickLine(moment, search);
  const voice = first === null ? undefined : voiceOf(first, moment.scenario);
  if (first === null || voice === undefined) return only(first);
  const isOther = (line: Line) => ![undefined, voice].includes(voiceOf(line, moment.scenario));
  const second = pickLine(moment, { ...search, only: (line) => isOther(line) && search.only?.(line) !== false });
  return [first, ...only(second)].toSorted((a, b) => placeOf(a, moment) - placeOf(b, moment));
}

function placeOf(line: Line, { scenario }: Moment): number {
  if (line.raises !== undefined) return -1;
  return scenario.voices?.findIndex(({ id }) => id === voiceOf(line, scenario)) ?? 0;
}

function replyTo(moment: Moment): readonly Line[] {
  const again = moment.repeats ? sayAgain(moment) : null;
  if (again !== null) return [again];
  const lines = withOtherVoice(withOtherAnswer(replyByKind(moment), moment), moment);
  return lines.length > 0 ? lines : only(sayAgain({ ...moment, repeats: true }) ?? lead(moment));
}

/** A question to both is answered by both. */
function withOtherAnswer(lines: readonly Line[], moment: Moment): readonly Line[] {
  const answered = lines.at(-1);
  if (answered?.tells === undefined || answered.part !== 'answer' || moment.addressed.length < 2) return lines;
  const isOther = (line: Line) =>
    line.tells === answered.tells && voiceOf(line, moment.scenario) !== voiceOf(answered, moment.scenario);
  return [...lines, ...only(pickLine(moment, { part: 'answer', only: isOther }))];
}

/** Who is passed over breaks in after what would be said else, and before any initiative, unless already speaking. */
function withOtherVoice(lines: readonly Line[], moment: Moment): readonly Line[] {
  const said = lines.filter(({ part }) => part !== 'initiative').slice(0, 1);
  const speaker = ([line]: typeof said) => line && (voiceOf(line, moment.scenario) ?? onlyOne(moment.addressed));
  if (speaker(said) === moment.overlooked) return lines;
  const other = speakUp(moment);
  return other === null ? lines : [...said, other];
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

/** Questions that the reaction to these moves answers, as in "does Tuesday suit?". */
const ANSWERED_BY_REACTION: Partial<Record<QuestionTopic, readonly Move[]>> = {
  meeting: ['propose-face-to-face', 'be-reachable'],
  permission: ['propose-face-to-face', 'be-reachable'],
  agreement: ['propose-face-to-face'],
};

/** Questions of courtesy sound like an invitation to meet: "would you like a coffee?". */
const NO_MEETING: readonly QuestionTopic[] = ['courtesy', 'small-talk', 'aside'];

/** Every question is owed an answer, but an insult, or one that the reaction answers, or that comes with a move and is about nothing. */
function owesAnswer({ asked, question, facts, topic, move, kind, specific, signs }: Moment): boolean {
  if (!asked || signs.includes('slight') || (kind !== 'talk' && kind !== 'greeting' && kind !== 'farewell'))
    return false;
  if (move === 'propose-face-to-face' && topic === null && isNoQuestion(question, facts)) return false;
  if (question !== null || facts.length > 0 || move === null) return true;
  if (topic === 'understood' && move === 'show-understanding') return !specific;
  return topic !== null && ANSWERED_BY_REACTION[topic]?.includes(move) !== true;
}

/** "Shall we talk to him together, Wednesday at three?" asks to meet, and nothing else. */
function isNoQuestion(question: Moment['question'], facts: Moment['facts']): boolean {
  return question === null || (question === 'appeal-responsibility' && facts.length === 0);
}

function answer(moment: Moment): readonly Line[] {
  const { move, question, topic } = moment;
  const harmed = isToAvoid(moment.scenario, move);
  const didMore = move !== null && move !== question && (harmed || !QUESTION_MOVES.includes(move));
  const promise = recallIfDue(moment);
  const instead = didMore || promise !== null ? [] : tellInstead(moment);
  if (instead.length > 0) return instead;
  const line = chooseAnswer(moment, !harmed);
  if (line === null) return react(moment);
  if (promise !== null) return [line, promise];
  if (topic === 'understood' && move === 'show-understanding') return [line];
  if (move === 'propose-face-to-face' && topic !== null && NO_MEETING.includes(topic)) return [line];
  if (didMore) return [...only(chooseReaction(moment, line)), line];
  const reacts =
    line.tells !== undefined && question !== 'explicit-expectations' && !harmed && happens(moment, 'reacts');
  return reacts ? [...only(reactToQuestion(moment)), line] : [line];
}

function takeLead(moment: Moment): readonly Line[] {
  const taken = takeUp(moment);
  if (taken.length > 0) return taken;
  const next = lead(moment);
  const toSign = reactToSign(moment, next);
  if (toSign?.when.sign?.some(isHarm) === true) return [toSign];
  if (toSign !== null) return followedBy(toSign, moment.sinceLead > 0 || moment.cameBack ? next : null, moment);
  if (next === null) return only(chooseReaction(moment, null));
  const isTakenUp = moment.asked || moment.touched || onlyOne(moment.addressed) !== null;
  return isTakenUp || happens(moment, 'reacts') ? followedBy(chooseReaction(moment, next), next, moment) : [next];
}

/** What takes up a plain statement; empty where the words show more, a promise comes back, or there is no line for it. */
function takeUp(moment: Moment): readonly Line[] {
  if (moment.cameBack || moment.signs.length > 0) return [];
  const asked = moment.statement === null || asksForMore(moment) ? askWhatIsMeant(moment) : null;
  const taken = asked ?? (moment.statement === null ? null : takeUpStatement(moment));
  if (taken === null) return only(askWhatIsMeant(moment));
  return followedBy(taken, taken.when.concern === undefined ? leadAtLast(moment) : null, moment);
}

function leadAtLast(moment: Moment): Line | null {
  if (moment.sinceLead >= PRESSES_AFTER) return lead(moment);
  return moment.sinceLead >= LEADS_AFTER ? raiseConcern(moment) : null;
}

/** An opinion may well be asked about. */
function asksForMore(moment: Moment): boolean {
  return moment.statement === 'opinion' && !moment.touched && happens(moment, 'asks-for-more');
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

function isHarm(sign: Sign): boolean {
  return Object.hasOwn(HARM_BETWEEN_VOICES, sign);
}

function recallIfDue(moment: Moment): Line | null {
  return moment.cameBack ? recallPromise(moment) : null;
}

/** What the parent adds of their own accord after a move that helped, or null. */
function initiativeAfter(moment: Moment): Line | null {
  const { move, state, heardNow } = moment;
  if (move === null || isToAvoid(moment.scenario, move)) return null;
  const waiting = onTheTable(state) !== null;
  if (heardNow) return waiting ? pressConcern(moment) : raiseConcern(moment);
  if (waiting)
    return ABOUT_THE_PLAN.includes(move) && isEarly(moment) && !isElsewhere(moment) ? pressConcern(moment) : null;
  if (state.phase !== 'closing') return raiseConcern(moment) ?? goOnSometimes(moment);
  return goOnSometimes(moment);
}

/** The teacher speaks of another matter of the parent's, it is not sure what was said, or the parent came back to one just now. */
function isElsewhere({ touched, sinceLead, unsure }: Moment): boolean {
  return touched || unsure || sinceLead === 0;
}

function goOnSometimes(moment: Moment): Line | null {
  return !isEarly(moment) && happens(moment, 'goes-on') ? askHowToGoOn(moment) : null;
}

/** Both lines, unless the first ends on a question of the parent's own: then the teacher is to speak, unless a promise came back. */
function followedBy(first: Line | null, second: Line | null, moment: Moment): readonly Line[] {
  const isDue = second?.when.promised === true;
  return first !== null && asksBack(first, moment) && !isDue ? [first] : [...only(first), ...only(second)];
}

/** Every other time, as the seed has it. */
function happens({ seed, number }: Moment, what: string): boolean {
  return chance(seed, `${number}/${what}`) < 0.5;
}

function isEarly({ state }: Moment): boolean {
  return state.phase !== 'plan' && state.phase !== 'closing';
}

function only(line: Line | null): readonly Line[] {
  return line === null ? [] : [line];
}
