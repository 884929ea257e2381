import type { Line } from '../../content/schema/line.ts';
import type { Heat } from '../../content/schema/state.ts';
import { heatOf } from './heatOf.ts';
import type { Moment } from './moment.ts';

/** How far conditions are widened before a line counts as fitting. */
export interface Latitude {
  /** The phase may be another. */
  readonly phase: boolean;
  /** The trust may be outside its bounds. */
  readonly trust: boolean;
  /** The heat may be the next one up or down. */
  readonly heat: boolean;
}

/** From strict to wide: each step keeps all that is not named, and heat goes last. */
export const LATITUDES: readonly Latitude[] = [
  { phase: false, trust: false, heat: false },
  { phase: true, trust: false, heat: false },
  { phase: true, trust: true, heat: false },
  { phase: true, trust: true, heat: true },
];

const HEATS: readonly Heat[] = ['cool', 'warm', 'hot'];

/** How much a condition that holds says for its line: what the exchange is about before how it feels. */
const POINTS = { again: 64, promised: 32, fact: 16, kind: 8, move: 8, concern: 4, specific: 2 } as const;

/** How well a line fits the moment, the higher the better; or null when it may not be said. */
export function fitOf({ when, part, tells }: Line, moment: Moment, latitude: Latitude): number | null {
  const move = part === 'answer' ? (moment.question ?? moment.move) : moment.move;
  const holds =
    isIn(when.move, move) &&
    isIn(when.kind, moment.kind) &&
    (when.ending === undefined || when.ending === moment.ending) &&
    (when.concern === undefined || moment.concerns.includes(when.concern)) &&
    (when.fact === undefined || when.fact === tells || moment.facts.includes(when.fact)) &&
    (when.specific ?? moment.specific) === moment.specific &&
    (when.promised ?? moment.promised) === moment.promised &&
    (when.again ?? moment.repeats) === moment.repeats &&
    (when.agenda ?? [moment.agenda.id]).includes(moment.agenda.id) &&
    (when.heard ?? []).every((id) => moment.state.heard.includes(id)) &&
    !(when.unheard ?? []).some((id) => moment.state.heard.includes(id)) &&
    (latitude.phase || (when.phase ?? [moment.state.phase]).includes(moment.state.phase)) &&
    (latitude.trust || isWithin(when.trust, moment.state.trust)) &&
    fitsHeat(when.heat, moment, latitude);
  return holds ? points(when) : null;
}

function points(when: Line['when']): number {
  let sum = Object.values(when).filter((condition) => condition !== undefined).length / 16;
  for (const [name, worth] of Object.entries(POINTS)) if (Object.hasOwn(when, name)) sum += worth;
  return sum;
}

function isIn<Value>(wanted: readonly Value[] | undefined, actual: Value | null): boolean {
  return wanted === undefined || (actual !== null && wanted.includes(actual));
}

function isWithin(bounds: { min?: number; max?: number } | undefined, trust: number): boolean {
  return trust >= (bounds?.min ?? 0) && trust <= (bounds?.max ?? 100);
}

function fitsHeat(wanted: readonly Heat[] | undefined, { state }: Moment, latitude: Latitude): boolean {
  if (wanted === undefined) return true;
  const heat = heatOf(state.tension);
  if (wanted.includes(heat)) return true;
  return latitude.heat && wanted.some((other) => Math.abs(HEATS.indexOf(other) - HEATS.indexOf(heat)) === 1);
}
