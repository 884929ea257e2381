import type { Locale } from '../../content/schema/locale.ts';
import type { Move } from '../../content/schema/move.ts';
import type { Agenda, Scenario } from '../../content/schema/scenario.ts';
import { agendaOf } from './agendaOf.ts';
import { mayComeUp } from './mayComeUp.ts';
import { onTheTable } from './onTheTable.ts';
import { questionsIn } from './questionMoves.ts';
import type { Reading } from './reading.ts';
import type { ParentState, Rehearsal, Turn } from './rehearsal.ts';
import { saidBefore } from './saidBefore.ts';
import { overlookedVoice } from './sides.ts';
import { onlyOne, voiceOfConcern } from './voices.ts';

/** Everything that bears on how one utterance lands: what is said, and in what talk. */
export interface Occasion {
  readonly scenario: Scenario;
  readonly agenda: Agenda;
  readonly locale: Locale;
  readonly seed: number;
  /** The number of this turn, from 1. */
  readonly number: number;
  readonly reading: Reading;
  readonly start: ParentState;
  readonly earlier: readonly Turn[];
  readonly before: ParentState;
  /** The teacher says (nearly) what was said in an earlier turn. */
  readonly repeats: boolean;
  /** The words name a feeling, or touch a concern that the parent has or may bring up. */
  readonly specific: boolean;
  /** The words show understanding in words of their own, of nothing that has a name here. */
  readonly ownWords: boolean;
  /** The words touch only what weighs on the parent but cannot be brought up yet. */
  readonly ahead: boolean;
  /** Concerns that understanding, shown in these words, makes heard. */
  readonly acknowledges: readonly string[];
  /** The voice that is passed over, where the teacher keeps siding with another; else null. */
  readonly overlooked: string | null;
  /** Questions in a row, these included, without a sign of understanding. */
  readonly unansweredQuestions: number;
  /** The parent's last words ended on a question. */
  readonly parentAsked: boolean;
}

/** Looks at one utterance in its talk. */
export function occasionOf(scenario: Scenario, rehearsal: Rehearsal, reading: Reading): Occasion {
  const agenda = agendaOf(scenario, rehearsal.agenda);
  const earlier = rehearsal.turns;
  const before = earlier.at(-1)?.state ?? rehearsal.start;
  const repeats = saidBefore(
    reading.utterance,
    earlier.map((turn) => turn.reading.utterance),
  );
  const acknowledges = repeats ? [] : acknowledgedBy(scenario, agenda, before, reading);
  const heard = makes(reading, 'show-understanding') ? acknowledges : [];
  return {
    scenario,
    agenda,
    locale: rehearsal.locale,
    seed: rehearsal.seed,
    number: earlier.length + 1,
    reading,
    start: rehearsal.start,
    earlier,
    before,
    repeats,
    specific: isSpecific(scenario, agenda, before, reading),
    ownWords: isInOwnWords(reading),
    ahead: isAhead(scenario, agenda, before, reading),
    acknowledges,
    overlooked: overlookedVoice(scenario, earlier, { reading, heard }),
    unansweredQuestions: unansweredQuestions(earlier, reading),
    parentAsked: (earlier.at(-1)?.reply ?? rehearsal.opening).text.endsWith('?'),
  };
}

/** In how many earlier turns this move was made; with `specific`: in words that were, or were not, specific then. */
export function timesBefore({ scenario, agenda, earlier, start }: Occasion, move: Move, specific?: boolean): number {
  return earlier.filter(({ reading }, index) => {
    if (!makes(reading, move)) return false;
    return (
      specific === undefined || specific === isSpecific(scenario, agenda, earlier[index - 1]?.state ?? start, reading)
    );
  }).length;
}

/** Whether the teacher makes this move in these words. */
export function makes({ moves }: Reading, move: Move): boolean {
  return moves.some((made) => made.move === move);
}

function isSpecific(scenario: Scenario, agenda: Agenda, state: ParentState, reading: Reading): boolean {
  return reading.namesFeeling || touchedBy(scenario, agenda, state, reading).length > 0;
}

function isInOwnWords({ ownWords, concerns }: Reading): boolean {
  return ownWords === true && concerns.length === 0;
}

function isAhead(scenario: Scenario, agenda: Agenda, state: ParentState, reading: Reading): boolean {
  const weighs = reading.concerns.some((id) => agenda.concerns.includes(id));
  return weighs && touchedBy(scenario, agenda, state, reading).length === 0;
}

/** Concerns in the words that have come up, or that the parent could have brought up by now. */
function touchedBy(scenario: Scenario, agenda: Agenda, state: ParentState, { concerns }: Reading): readonly string[] {
  return concerns.filter((id) => state.raised.includes(id) || mayComeUp(scenario, agenda, state, id));
}

/**
 * A feeling named without its cause, or understanding in words of the teacher's own, is about what is on the table; one
 * that names another cause is not.
 */
function acknowledgedBy(scenario: Scenario, agenda: Agenda, state: ParentState, reading: Reading): readonly string[] {
  const touched = touchedBy(scenario, agenda, state, reading);
  const unheard = touched.filter((id) => !state.heard.includes(id));
  if (unheard.length > 0) return unheard;
  const waiting = ofAddressed(scenario, agenda, state, reading) ?? tableOf(scenario, state, reading);
  const isAboutIt = isInOwnWords(reading) || (reading.namesFeeling && reading.concerns.length === 0);
  return isAboutIt && waiting !== null ? [waiting] : [];
}

/** What is on the table, unless it is another's than the one who is turned to by name. */
function tableOf(scenario: Scenario, state: ParentState, { addressed }: Reading): string | null {
  const waiting = onTheTable(state);
  const [voice, whose] = [onlyOne(addressed), voiceOfConcern(waiting ?? undefined, scenario)];
  return voice === null || whose === undefined || whose === voice ? waiting : null;
}

/** What weighs on the one who is turned to by name and was not heard: that is what understanding is about; else null. */
function ofAddressed(scenario: Scenario, agenda: Agenda, state: ParentState, { addressed }: Reading): string | null {
  const voice = onlyOne(addressed);
  if (voice === null) return null;
  const isOpen = (id: string) => scenario.concerns.some((concern) => concern.id === id && !concern.hidden);
  const own = agenda.concerns.filter(
    (id) =>
      voiceOfConcern(id, scenario) === voice && !state.heard.includes(id) && (state.raised.includes(id) || isOpen(id)),
  );
  return own.find((id) => state.raised.includes(id)) ?? own[0] ?? null;
}

function unansweredQuestions(earlier: readonly Turn[], reading: Reading): number {
  let count = 0;
  for (const said of [...earlier.map((turn) => turn.reading), reading]) {
    const questions = makes(said, 'show-understanding') ? 0 : questionsIn(said);
    count = questions === 0 ? 0 : count + questions;
  }
  return count;
}
