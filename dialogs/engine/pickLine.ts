import type { Line } from '../../content/schema/line.ts';
import { chance } from './chance.ts';
import { fitOf, LATITUDES, type Latitude } from './fitOf.ts';
import { isUnlocked } from './isUnlocked.ts';
import { anyonesLines, linesOf } from './linesOf.ts';
import type { Moment } from './moment.ts';

/** Chance decides between equals only: it weighs less than any condition. */
const MOST_CHANCE = 1 / 128;
/** What anyone could say comes after words of this parent's own that fit as well. */
const ANYONES = 1 / 64;
/** Weighs more than whose words they are, and less than any condition. */
const UNWANTED = 1 / 32;

/** Which lines are looked at, and how far their conditions may be widened. */
export interface Search {
  readonly part: Line['part'];
  /** Looks only at lines for which this holds; default all. */
  readonly only?: (line: Line) => boolean;
  /** Steps of widening, tried in this order; default from strict to wide. */
  readonly latitudes?: readonly Latitude[];
  /** Lines for which this holds come last among equals. */
  readonly rather?: (line: Line) => boolean;
}

/**
 * The best line to say now, or null. Never one that was said before, nor one that gives away what is locked. Each
 * step of widening is exhausted before the next; within a step the most specific line wins, and the seed decides
 * between equals, the parent's own words before anyone's.
 */
export function pickLine(moment: Moment, { part, only, latitudes = LATITUDES, rather }: Search): Line | null {
  const widest = latitudes.at(-1);
  if (widest === undefined) return null;
  const candidates = linesOf(moment.scenario.lines, part).filter(
    (line) => (only?.(line) ?? true) && fitOf(line, moment, widest) !== null && !moment.said.has(line.id),
  );
  if (candidates.length === 0) return null;
  for (const latitude of latitudes) {
    const best = bestOf(candidates, moment, latitude, rather);
    if (best !== null) return best;
  }
  return null;
}

function bestOf(
  candidates: readonly Line[],
  moment: Moment,
  latitude: Latitude,
  rather: Search['rather'],
): Line | null {
  const anyones = anyonesLines(moment.scenario);
  let best: Line | null = null;
  let highest = Number.NEGATIVE_INFINITY;
  for (const line of candidates) {
    const fit = fitOf(line, moment, latitude);
    if (fit === null) continue;
    const unwanted = (rather?.(line) === true ? UNWANTED : 0) + (anyones.has(line.id) ? ANYONES : 0);
    if (fit - unwanted + MOST_CHANCE <= highest) continue;
    const rank = fit - unwanted + chance(moment.seed, `${moment.number}/${line.id}`) * MOST_CHANCE;
    if (rank <= highest || !isUnlocked(line, moment)) continue;
    highest = rank;
    best = line;
  }
  return best;
}
