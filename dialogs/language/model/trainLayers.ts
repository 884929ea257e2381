import { createFixedChance } from './fixedChance.ts';
import type { LayeredModel } from './layeredModel.ts';
import { chanceOf } from './linearModel.ts';
import type { Lesson } from './trainModel.ts';

/** How the training goes. */
export interface LayeredTraining {
  /** Units in the layer. */
  readonly size: number;
  readonly rounds: number;
  readonly rate: number;
  /** A feature counts from this many lessons on. */
  readonly fewest: number;
  /** Share of the units that is left out at each lesson, so that none leans on another. */
  readonly unitsOut: number;
  /** Share of the features that is left out at each lesson. */
  readonly featuresOut: number;
}

const SMALL_ERROR = 1e-4;
const BIAS_RATE = 0.01;
const UNIT_BIAS_RATE = 0.005;

/**
 * Trains one hidden layer of rectified units by AdaGrad, with units and features left out by chance (Srivastava et al. 2014).
 * Chance and order follow a fixed rule: the same lessons give the same model, bit for bit.
 */
export function trainLayers<Label extends string>(
  lessons: readonly Lesson<Label>[],
  labels: readonly Label[],
  { size, rounds, rate, fewest, unitsOut, featuresOut }: LayeredTraining,
): LayeredModel<Label> {
  const chance = createFixedChance();
  const buckets = oftenSeen(lessons, fewest);
  const rowOf = new Map(Array.from(buckets, (bucket, row) => [bucket, row] as const));
  const count = labels.length;
  const rows = Float32Array.from({ length: buckets.length * size }, () => (chance() - 0.5) * 0.6);
  const out = Float32Array.from({ length: size * count }, () => ((chance() - 0.5) * 2) / Math.sqrt(size));
  const bias = new Float32Array(size);
  const outBias = new Float32Array(count).fill(-3);
  const rowSquares = new Float32Array(buckets.length).fill(1e-4);
  const outSquares = new Float32Array(out.length).fill(1e-2);
  const kept = 1 - unitsOut;
  const units = new Float32Array(size);
  const back = new Float32Array(size);

  const known = lessons.map((lesson) => ({
    rows: lesson.features.flatMap((bucket) => rowOf.get(bucket) ?? []),
    wanted: Uint8Array.from(labels, (label) => Number(lesson.labels.has(label))),
    weight: lesson.weight,
  }));
  const order = known.map((_, index) => index);

  function light(seen: readonly number[], scale: number): void {
    units.set(bias);
    for (const row of seen) {
      for (let unit = 0, at = row * size; unit < size; unit += 1, at += 1) {
        units[unit] = (units[unit] ?? 0) + (rows[at] ?? 0) * scale;
      }
    }
    for (let unit = 0; unit < size; unit += 1) {
      const lit = units[unit] ?? 0;
      units[unit] = lit > 0 && chance() < kept ? lit / kept : 0;
    }
  }

  function learnOut(wanted: Uint8Array, weight: number): void {
    back.fill(0);
    for (let label = 0; label < count; label += 1) {
      let odds = outBias[label] ?? 0;
      for (let unit = 0; unit < size; unit += 1) odds += (units[unit] ?? 0) * (out[unit * count + label] ?? 0);
      const error = (chanceOf(odds) - (wanted[label] ?? 0)) * weight;
      if (Math.abs(error) < SMALL_ERROR) continue;
      outBias[label] = (outBias[label] ?? 0) - BIAS_RATE * error;
      for (let unit = 0; unit < size; unit += 1) {
        const lit = units[unit] ?? 0;
        if (lit === 0) continue;
        const at = unit * count + label;
        const gradient = error * lit;
        const square = (outSquares[at] ?? 0) + gradient * gradient;
        back[unit] = (back[unit] ?? 0) + (error * (out[at] ?? 0)) / kept;
        outSquares[at] = square;
        out[at] = (out[at] ?? 0) - (rate * gradient) / Math.sqrt(square);
      }
    }
  }

  function learnRows(seen: readonly number[], scale: number): void {
    let force = 0;
    for (let unit = 0; unit < size; unit += 1) {
      const gradient = back[unit] ?? 0;
      force += gradient * gradient;
      bias[unit] = (bias[unit] ?? 0) - UNIT_BIAS_RATE * gradient;
    }
    if (force === 0) return;
    for (const row of seen) {
      const square = (rowSquares[row] ?? 0) + (force * scale * scale) / size;
      rowSquares[row] = square;
      const pace = (rate * scale) / Math.sqrt(square);
      for (let unit = 0, at = row * size; unit < size; unit += 1, at += 1) {
        rows[at] = (rows[at] ?? 0) - pace * (back[unit] ?? 0);
      }
    }
  }

  for (let round = 0; round < rounds; round += 1) {
    chance.mix(order);
    for (const index of order) {
      const lesson = known[index];
      const seen = lesson?.rows.filter(() => chance() >= featuresOut) ?? [];
      if (!lesson || seen.length === 0) continue;
      const scale = 1 / Math.sqrt(seen.length);
      light(seen, scale);
      learnOut(lesson.wanted, lesson.weight);
      learnRows(seen, scale);
    }
  }
  return { labels, size, buckets, rows, bias, out, outBias };
}

/** Buckets that are in at least so many lessons, rising. */
function oftenSeen(lessons: readonly Lesson[], fewest: number): Int32Array {
  const counts = new Map<number, number>();
  for (const { features } of lessons) {
    for (const bucket of features) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return Int32Array.from([...counts].flatMap(([bucket, count]) => (count >= fewest ? [bucket] : []))).sort();
}
