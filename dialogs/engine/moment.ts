import type { Locale } from '../../content/schema/locale.ts';
import type { Move } from '../../content/schema/move.ts';
import type { Agenda, Scenario } from '../../content/schema/scenario.ts';
import type { EndReason, UtteranceKind } from '../../content/schema/state.ts';
import type { Occasion } from './occasion.ts';
import { onTheTable } from './onTheTable.ts';
import { promisedBeyond } from './promises.ts';
import { questionMoveOf } from './questionMoves.ts';
import type { ParentState, Reply } from './rehearsal.ts';
import { strongestMove } from './strongestMove.ts';
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
  /** There is a question, whatever its form. */
  readonly asked: boolean;
  /** Concerns that this exchange is about: touched by the words or heard by them; else what was on the table. */
  readonly concerns: readonly string[];
  /** The words touch a concern of the parent's. */
  readonly touched: boolean;
  /** Facts that the question is about, best first. */
  readonly facts: readonly string[];
  /** The words name a feeling or a concern, and are not a repetition. */
  readonly specific: boolean;
  readonly repeats: boolean;
  /** Something was heard in this turn. */
  readonly heardNow: boolean;
  readonly promised: boolean;
  /** A promise beyond influence comes back in this turn. */
  readonly cameBack: boolean;
  readonly ending: EndReason | null;
  /** Lines that were said before in this talk. */
  readonly said: ReadonlySet<string>;
  /** Thoughts that were had before, newest last. */
  readonly thoughts: readonly string[];
}

/** The moment after an utterance was weighed. `opening`: what the parent began the talk with. */
export function momentAfter(
  occasion: Occasion,
  { state, ledger, cameBack }: Weighed,
  opening: Reply,
  ending: EndReason | null,
): Moment {
  const { scenario, agenda, locale, seed, number, reading, earlier, specific, repeats } = occasion;
  const replies = [opening, ...earlier.map((turn) => turn.reply)];
  const heard = ledger.flatMap((line) => line.heard ?? []);
  return {
    ...momentAtStart(scenario, agenda, { locale, seed, start: state }),
    number,
    kind: reading.kind,
    move: strongestMove(scenario, reading, ledger),
    question: questionMoveOf(reading),
    asked: reading.asks,
    concerns: concernsOf(occasion, heard),
    touched: reading.concerns.length > 0,
    facts: reading.facts,
    specific: specific && !repeats,
    repeats,
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
  { locale, seed, start }: { readonly locale: Locale; readonly seed: number; readonly start: ParentState },
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
    asked: false,
    concerns: [],
    touched: false,
    facts: [],
    specific: false,
    repeats: false,
    heardNow: false,
    promised: false,
    cameBack: false,
    ending: null,
    said: new Set(),
    thoughts: [],
  };
}

function concernsOf({ reading, before }: Occasion, heard: readonly string[]): readonly string[] {
  const touched = heard.length > 0 ? heard : reading.concerns;
  const waiting = onTheTable(before);
  return touched.length > 0 || waiting === null ? touched : [waiting];
}
