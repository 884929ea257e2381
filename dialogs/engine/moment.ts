import type { Lean, QuestionTopic, Statement } from '../../content/schema/hearing.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Move } from '../../content/schema/move.ts';
import type { Agenda, Scenario } from '../../content/schema/scenario.ts';
import type { Sign } from '../../content/schema/sign.ts';
import type { EndReason, FollowUp, UtteranceKind } from '../../content/schema/state.ts';
import { linesOf } from './linesOf.ts';
import type { Occasion } from './occasion.ts';
import { onTheTable } from './onTheTable.ts';
import { promisedBeyond } from './promises.ts';
import { questionMoveOf } from './questionMoves.ts';
import type { Reading } from './reading.ts';
import type { ParentState, Reply } from './rehearsal.ts';
import { repliesSinceLead } from './repliesSinceLead.ts';
import { signsOf } from './signsOf.ts';
import { strongestMove } from './strongestMove.ts';
import { isAtLength, isUnsure } from './surely.ts';
import { onlyOne, voiceOf } from './voices.ts';
import type { Weighed } from './weigh.ts';

/** What the parent knows at the moment of speaking. Every condition of a line is held against this. */
export interface Moment {
  readonly scenario: Scenario;
  readonly agenda: Agenda;
  readonly locale: Locale;
  readonly seed: number;
  /** Turn number; 0 for the opening. */
  readonly number: number;
  /** The state after the turn was weighed. */
  readonly state: ParentState;
  readonly kind: UtteranceKind;
  /** The move that the parent reacts to. */
  readonly move: Move | null;
  /** The move that asks something, where one does. */
  readonly question: Move | null;
  /** What the question is about, where words say so. */
  readonly topic: QuestionTopic | null;
  /** What words that ask nothing are about; null when something is asked. */
  readonly statement: Statement | null;
  /** To which side plain words lean; null when to neither, or a move was made. */
  readonly lean: Lean | null;
  /** The strongest move hurts, or is said plainly, but that is less than sure; or no move was made for certain, and maybe one that hurts. */
  readonly unsure: boolean;
  /** What the words show beside their moves. */
  readonly signs: readonly Sign[];
  /** Moves made in earlier turns. */
  readonly movesBefore: ReadonlySet<Move>;
  /** There is a question, whatever its form. */
  readonly asked: boolean;
  /** The question is open, about something, and about nothing that this parent is known to know. */
  readonly unknown: boolean;
  /** The words state something that nobody foresaw, and it is not the parent who should say more. */
  readonly puzzled: boolean;
  /** Concerns that this exchange is about: touched by the words or heard by them; else what was on the table. */
  readonly concerns: readonly string[];
  /** The words touch a concern of the parent's. */
  readonly touched: boolean;
  /** Facts that the question is about, best first. */
  readonly facts: readonly string[];
  /** Facts that come closest to the question otherwise, best first; null where that is not known. */
  readonly near: readonly string[] | null;
  /** The words name a feeling or a concern, and are not a repetition. */
  readonly specific: boolean;
  readonly repeats: boolean;
  /** Voices that the teacher turns to; empty when to nobody in particular, or the parent is alone. */
  readonly addressed: readonly string[];
  /** The voice that is passed over, where the teacher keeps siding with another; else null. */
  readonly overlooked: string | null;
  /** The voice that spoke last; null when there are none to tell apart. */
  readonly lastVoice: string | null;
  /** The parent's last words ended on a question. */
  readonly parentAsked: boolean;
  /** How many replies ago the parent brought something up, or came back to it: 0 when in the last one. */
  readonly sinceLead: number;
  /** Something was heard in this turn. */
  readonly heardNow: boolean;
  readonly promised: boolean;
  /** A promise beyond influence comes back in this turn. */
  readonly cameBack: boolean;
  readonly ending: EndReason | null;
  /** What this talk follows up on; only at its opening. */
  readonly followUp: FollowUp | null;
  /** Lines that were said before in this talk. */
  readonly said: ReadonlySet<string>;
  /** Thoughts that were had before, newest last. */
  readonly thoughts: readonly string[];
}

/** Fewer words are an aside, and leave little to ask about. */
const FEWEST_WORDS = 6;
/** Up to here words only say yes, or that they were heard: what they are about does not count. */
const MOST_WORDS_OF_ASSENT = 3;

/** The moment after an utterance was weighed. `opening`: what the parent began the talk with. */
export function momentAfter(
  occasion: Occasion,
  { state, ledger, cameBack }: Weighed,
  opening: Reply,
  ending: EndReason | null,
): Moment {
  const { scenario, agenda, locale, seed, number, reading, earlier, specific, repeats } = occasion;
  const { topic, facts, addressed } = meantIn(occasion);
  const replies = [opening, ...earlier.map((turn) => turn.reply)];
  const heard = ledger.flatMap((line) => line.heard ?? []);
  const move = strongestMove(scenario, reading, ledger);
  return {
    ...momentAtStart(scenario, agenda, { locale, seed, start: state }),
    number,
    kind: reading.kind,
    move,
    question: questionMoveOf(reading),
    topic,
    statement: reading.words > MOST_WORDS_OF_ASSENT ? (reading.statement ?? null) : null,
    lean: reading.lean ?? null,
    unsure: isUnsure(occasion, move),
    signs: signsOf(occasion, move, heard.length > 0),
    movesBefore: new Set(earlier.flatMap((turn) => turn.reading.moves.map(({ move }) => move))),
    asked: reading.asks,
    unknown: asksUnknown(reading, topic, facts),
    puzzled: isPuzzling(occasion),
    concerns: concernsOf(occasion, heard),
    touched: reading.concerns.length > 0,
    facts,
    near: reading.near ? knownTo(onlyOne(addressed), reading.near, scenario) : null,
    specific: (specific || occasion.ownWords || occasion.ahead || isAtLength(reading)) && !repeats,
    repeats,
    addressed,
    overlooked: occasion.overlooked,
    lastVoice: replies.at(-1)?.parts?.at(-1)?.voice ?? null,
    parentAsked: occasion.parentAsked,
    sinceLead: repliesSinceLead(replies, scenario),
    heardNow: heard.length > 0,
    promised: promisedBeyond(state.promises),
    cameBack,
    ending,
    said: new Set(replies.flatMap(({ lines }) => lines)),
    thoughts: replies.map(({ thought }) => thought),
  };
}

/** The moment before anyone has spoken. */
export function momentAtStart(
  scenario: Scenario,
  agenda: Agenda,
  {
    locale,
    seed,
    start,
    followUp = null,
  }: {
    readonly locale: Locale;
    readonly seed: number;
    readonly start: ParentState;
    readonly followUp?: FollowUp | null;
  },
): Moment {
  return {
    scenario,
    agenda,
    locale,
    seed,
    number: 0,
    state: start,
    kind: 'talk',
    move: null,
    question: null,
    topic: null,
    statement: null,
    lean: null,
    unsure: false,
    signs: [],
    movesBefore: new Set(),
    asked: false,
    unknown: false,
    puzzled: false,
    concerns: [],
    touched: false,
    facts: [],
    near: null,
    specific: false,
    repeats: false,
    addressed: [],
    overlooked: null,
    lastVoice: null,
    parentAsked: false,
    sinceLead: 0,
    heardNow: false,
    promised: false,
    cameBack: false,
    ending: null,
    followUp,
    said: new Set(),
    thoughts: [],
  };
}

/**
 * A statement that may hurt, or one of some length, not the first, of which neither move nor matter is known; asked back
 * once, a parent goes on.
 */
function isPuzzling({ reading, number, parentAsked, repeats }: Occasion): boolean {
  const { kind, asks, moves, concerns, signs, namesFeeling, words, doubted } = reading;
  if (kind !== 'talk' || asks || moves.length + signs.length > 0 || parentAsked || repeats) return false;
  return doubted === true || (concerns.length === 0 && !namesFeeling && words >= FEWEST_WORDS && number > 1);
}

function asksUnknown(reading: Reading, topic: Moment['topic'], facts: Moment['facts']): boolean {
  const isOpen = questionMoveOf(reading) === 'ask-open-question' && reading.inParticular === true;
  return isOpen && topic === null && facts.length + reading.concerns.length === 0;
}

/** What is asked, and of whom: after "and you?" it is the question before, for who did not answer it; a parent alone is asked for a view. */
function meantIn({ reading, earlier, scenario }: Occasion): Pick<Moment, 'topic' | 'facts' | 'addressed'> {
  const { topic, facts, addressed = [] } = reading;
  const before = earlier.at(-1);
  if (topic !== 'same-question') return { topic, facts: knownTo(onlyOne(addressed), facts, scenario), addressed };
  if (before === undefined || scenario.voices === undefined) return { topic: 'view', facts, addressed };
  const answered = before.reply.parts?.map(({ voice }) => voice) ?? [];
  const others = (scenario.voices ?? []).map(({ id }) => id).filter((id) => !answered.includes(id));
  const again = { topic: before.reading.topic, facts: before.reading.facts };
  return { ...again, addressed: addressed.length > 0 ? addressed : others };
}

/** Facts that the one who is asked can tell, where there is more than one voice. */
function knownTo(voice: string | null, facts: readonly string[], scenario: Scenario): readonly string[] {
  if (voice === null) return facts;
  const canTell = (fact: string) =>
    linesOf(scenario.lines, 'answer').some(
      (line) => line.tells === fact && [undefined, voice].includes(voiceOf(line, scenario)),
    );
  return facts.filter(canTell);
}

function concernsOf({ reading, before }: Occasion, heard: readonly string[]): readonly string[] {
  const touched = heard.length > 0 ? heard : reading.concerns;
  const waiting = onTheTable(before);
  return touched.length > 0 || waiting === null ? touched : [waiting];
}
