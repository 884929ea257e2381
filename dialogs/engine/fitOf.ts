import type { Line } from '../../content/schema/line.ts';
import type { Heat } from '../../content/schema/state.ts';
import { heatOf } from './heatOf.ts';
import { isWithin } from './isWithin.ts';
import type { Moment } from './moment.ts';
import { isOutOfTurn, onlyOne } from './voices.ts';

/** How far conditions are widened before a line counts as fitting. */
export interface Latitude {
  /** The phase may be another. */
  readonly phase: boolean;
  /** The trust may be outside its bounds. */
  readonly trust: boolean;
  /** The heat may be the next one up or down. */
  readonly heat: boolean;
  /** Another may answer than the one who was turned to. */
  readonly voice: boolean;
}

/** From strict to wide: each step keeps all that is not named, and who speaks goes last. */
export const LATITUDES: readonly Latitude[] = [
  { phase: false, trust: false, heat: false, voice: false },
  { phase: true, trust: false, heat: false, voice: false },
  { phase: true, trust: true, heat: false, voice: false },
  { phase: true, trust: true, heat: true, voice: false },
  { phase: true, trust: true, heat: true, voice: true },
];

const HEATS: readonly Heat[] = ['cool', 'warm', 'hot'];

/** How much a condition that holds says for its line: what the exchange is about before how it feels. */
const POINTS = {
  followUp: 128,
  again: 64,
  promised: 32,
  fact: 16,
  topic: 16,
  kind: 8,
  move: 8,
  sign: 9,
  statement: 9,
  concern: 4,
  lean: 6,
  unsure: 5,
  specific: 2,
} as const;

/** How well a line fits the moment, the higher the better; or null when it may not be said. */
export function fitOf(line: Line, moment: Moment, latitude: Latitude): number | null {
  const { when, part, tells } = line;
  const move = part === 'answer' ? (moment.question ?? moment.move) : moment.move;
  const holds =
    isIn(when.move, move) &&
    isIn(when.topic, moment.topic) &&
    isIn(when.statement, moment.statement) &&
    isIn(when.lean, moment.lean) &&
    (when.unsure ?? moment.unsure) === moment.unsure &&
    (when.sign?.some((sign) => moment.signs.includes(sign)) ?? true) &&
    (when.moveBefore?.some((made) => moment.movesBefore.has(made)) ?? true) &&
    isIn(when.kind, moment.kind) &&
    (when.ending === undefined || when.ending === moment.ending) &&
    isIn(when.followUp, moment.followUp) &&
    (when.concern === undefined || moment.concerns.includes(when.concern)) &&
    (when.touched ?? moment.touched) === moment.touched &&
    (when.fact === undefined || when.fact === tells || moment.facts.includes(when.fact)) &&
    (when.specific ?? moment.specific) === moment.specific &&
    (when.promised ?? moment.promised) === moment.promised &&
    (when.unknown === undefined || moment.unknown) &&
    (when.puzzled === undefined || moment.puzzled) &&
    (when.again ?? moment.repeats) === moment.repeats &&
    isIn(when.overlooked, moment.overlooked) &&
    isIn(when.addressed, onlyOne(moment.addressed)) &&
    (latitude.voice || !isOutOfTurn(line, moment)) &&
    (when.agenda ?? [moment.agenda.id]).includes(moment.agenda.id) &&
    (when.raised ?? []).every((id) => moment.state.raised.includes(id)) &&
    (when.heard ?? []).every((id) => moment.state.heard.includes(id)) &&
    !(when.unheard ?? []).some((id) => moment.state.heard.includes(id)) &&
    (latitude.phase || (when.phase ?? [moment.state.phase]).includes(moment.state.phase)) &&
    isWithin(when.face, moment.state.face) &&
    isWithin(when.agency, moment.state.agency) &&
    isWithin(when.clarity, moment.state.clarity) &&
    (latitude.trust || isWithin(when.trust, moment.state.trust)) &&
    fitsHeat(when.heat, moment, latitude);
  return holds ? points(when) : null;
}

/** A line says the same for itself in every talk, and is asked many times in each. */
const pointsOf = new WeakMap<Line['when'], number>();

function points(when: Line['when']): number {
  const known = pointsOf.get(when);
  if (known !== undefined) return known;
  let sum = Object.values(when).filter((condition) => condition !== undefined).length / 16;
  for (const [name, worth] of Object.entries(POINTS)) if (Object.hasOwn(when, name)) sum += worth;
  pointsOf.set(when, sum);
  return sum;
}

function isIn<Value>(wanted: readonly Value[] | undefined, actual: Value | null): boolean {
  return wanted === undefined || (actual !== null && wanted.includes(actual));
}

function fitsHeat(wanted: readonly Heat[] | undefined, { state }: Moment, latitude: Latitude): boolean {
  if (wanted === undefined) return true;
  const heat = heatOf(state.tension);
  if (wanted.includes(heat)) return true;
  return latitude.heat && wanted.some((other) => Math.abs(HEATS.indexOf(other) - HEATS.indexOf(heat)) === 1);
}
