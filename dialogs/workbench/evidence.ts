import type { TipId } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { EndReason } from '../../content/schema/state.ts';
import { heatOf } from '../engine/heatOf.ts';
import { makeDebrief } from '../engine/makeDebrief.ts';
import type { Rehearsal, Turn } from '../engine/rehearsal.ts';
import { benefitOf } from '../engine/variables.ts';

/** One moment of one talk that something was noticed in. */
export interface Noticed {
  readonly turn: number;
  readonly seed: number;
  /** The moves made, or the kind of utterance. */
  readonly said: string;
  readonly what: string;
}

/** What was seen of one scenario in all talks and turns tried. */
export interface Evidence {
  readonly turns: number;
  readonly endings: ReadonlySet<EndReason>;
  readonly heard: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  readonly tipsShown: ReadonlySet<TipId>;
  /** Replies without a word, in the first twenty turns. */
  readonly silent: readonly Noticed[];
  /** The parent says what was said before in the same talk. */
  readonly repeated: readonly Noticed[];
  /** Turns in which tension changed by more than `JUMP` with no rule behind it, or by more than `LEAP` at all. */
  readonly jumps: readonly Noticed[];
  /** Lines two steps of heat away from the parent's. */
  readonly offHeat: readonly Noticed[];
  /** Lines one step of heat away: how often, by line. */
  readonly nextHeat: ReadonlyMap<string, number>;
  /** Great promises that never came back, or came back without a word. */
  readonly unchecked: readonly Noticed[];
}

/** A change of tension in one turn that asks for a cause, and one that is too much for any. */
const JUMP = 15;
const LEAP = 35;
const COMES_BACK_WITHIN = 3;
/** A parent to whom the same nothing is said for longer than this may fall silent. */
const TALKS_UNTIL = 20;
const HEATS = ['cool', 'warm', 'hot'] as const;

/** Gathers evidence turn by turn. `see` takes a talk whose last turn is new; `look` says what was gathered so far. */
export function gatherEvidence(scenario: Scenario): {
  readonly see: (rehearsal: Rehearsal) => void;
  readonly look: () => Evidence;
} {
  const lineOf = new Map(scenario.lines.map((line) => [line.id, line]));
  const seen = {
    endings: new Set<EndReason>(),
    heard: new Set<string>(),
    told: new Set<string>(),
    lines: new Set<string>(),
    tipsShown: new Set<TipId>(),
    nextHeat: new Map<string, number>(),
  };
  const noticed = {
    silent: [] as Noticed[],
    repeated: [] as Noticed[],
    jumps: [] as Noticed[],
    offHeat: [] as Noticed[],
    unchecked: [] as Noticed[],
  };
  let turns = 0;

  function notice(kind: keyof typeof noticed, { seed }: Rehearsal, turn: Turn, what: string): void {
    const said = turn.reading.moves.map(({ move }) => move).join(' + ') || turn.reading.kind;
    noticed[kind].push({ turn: turn.number, seed, said, what });
  }

  function see(rehearsal: Rehearsal): void {
    const turn = rehearsal.turns.at(-1);
    for (const id of rehearsal.opening.lines) seen.lines.add(id);
    if (turn === undefined) return;
    turns += 1;
    const { state, reply, ledger } = turn;
    for (const id of reply.lines) seen.lines.add(id);
    for (const id of state.heard) seen.heard.add(id);
    for (const id of state.told) seen.told.add(id);
    for (const { tip, delta, heard } of ledger) if (tip && (heard || benefitOf(delta) > 0)) seen.tipsShown.add(tip);
    if (rehearsal.ended !== null) seen.endings.add(rehearsal.ended);

    if (reply.lines.length === 0 && turn.number <= TALKS_UNTIL) notice('silent', rehearsal, turn, reply.text);
    const before = rehearsal.turns.slice(0, -1);
    if (reply.lines.some((id) => before.some((earlier) => earlier.reply.lines.includes(id))))
      notice('repeated', rehearsal, turn, reply.text);
    seeTension(rehearsal, turn);
    seeHeat(rehearsal, turn);
    seePromise(rehearsal, turn);
  }

  function seeTension(rehearsal: Rehearsal, turn: Turn): void {
    const change = turn.state.tension - (rehearsal.turns.at(-2)?.state ?? rehearsal.start).tension;
    const caused = turn.ledger.reduce((sum, { delta }) => sum + (delta.tension ?? 0), 0);
    if (Math.abs(change) > LEAP || (Math.abs(change) > JUMP && caused !== change))
      notice('jumps', rehearsal, turn, `${change > 0 ? '+' : ''}${change}`);
  }

  function seeHeat(rehearsal: Rehearsal, turn: Turn): void {
    const heat = HEATS.indexOf(heatOf(turn.state.tension));
    for (const id of turn.reply.lines) {
      const wanted = lineOf.get(id)?.when.heat;
      if (wanted === undefined) continue;
      const off = Math.min(...wanted.map((one) => Math.abs(HEATS.indexOf(one) - heat)));
      if (off === 1) seen.nextHeat.set(id, (seen.nextHeat.get(id) ?? 0) + 1);
      if (off === 2) notice('offHeat', rehearsal, turn, id);
    }
  }

  function seePromise(rehearsal: Rehearsal, turn: Turn): void {
    const beyond = turn.state.promises.filter(({ reach }) => reach === 'beyond');
    const due = (rehearsal.ended === null || turn.reading.kind === 'farewell') && rehearsal.ended !== 'parent-left';
    for (const { turn: made, cameBack } of beyond)
      if (due && !cameBack && beyond.length === 1 && turn.number > made + COMES_BACK_WITHIN)
        notice('unchecked', rehearsal, turn, `made in turn ${made}`);
    const comesBack = turn.ledger.some(({ trigger }) => trigger === 'promise-beyond-influence-comes-back');
    const speaks = turn.reply.lines.some((id) => lineOf.get(id)?.when.promised === true);
    if (comesBack && !speaks && rehearsal.ended === null && firstTime(rehearsal))
      notice('unchecked', rehearsal, turn, 'comes back without a word');
  }

  return { see, look: () => ({ turns, ...seen, ...noticed }) };
}

/** Whether a promise comes back for the first time in this talk, in words that fit plain talk. */
function firstTime({ turns }: Rehearsal): boolean {
  const back = turns.filter(({ ledger }) =>
    ledger.some(({ trigger }) => trigger === 'promise-beyond-influence-comes-back'),
  );
  const last = turns.at(-1);
  return back.length === 1 && last?.reading.kind === 'talk' && !isRepeated(last, turns);
}

function isRepeated({ reading }: Turn, turns: readonly Turn[]): boolean {
  return turns.slice(0, -1).some((turn) => turn.reading.utterance === reading.utterance);
}

/** Whether a talk that ended did so well. */
export function endedWell(scenario: Scenario, rehearsal: Rehearsal): boolean {
  return makeDebrief(scenario, rehearsal).good;
}
