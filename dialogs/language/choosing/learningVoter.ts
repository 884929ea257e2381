import { createFixedChance } from '../model/fixedChance.ts';
import type { QuestionFeatures } from './questionWords.ts';
import type { LabelVoter, Seen } from './seen.ts';

const ROUNDS = 3;
/** How far ahead the right label must be of the next, and the longest step towards that. */
const MARGIN = 0.5;
const LONGEST_STEP = 0.3;

/**
 * Learns from the questions alone what tells one label from the next: weights move only where a question would have been
 * answered wrongly or barely (passive-aggressive, averaged; Crammer, Dekel, Keshet, Shalev-Shwartz & Singer 2006). A few
 * dozen milliseconds, so that nothing need be stored; the order is fixed, so that the same questions give the same votes.
 */
export function createLearningVoter<Label>(
  labels: readonly Label[],
  entries: readonly Seen<Label>[],
  { buckets, of: featuresOf }: QuestionFeatures,
): LabelVoter {
  const size = labels.length;
  const weights = new Float32Array(buckets * size);
  const drift = new Float32Array(buckets * size);
  const lessons = entries.flatMap(({ label, features, kind }) =>
    kind === 'question' ? [{ at: labels.indexOf(label), seen: features }] : [],
  );
  const order = lessons.map((_, index) => index);
  const chance = createFixedChance();
  const votes = new Float64Array(size);
  let steps = 0;

  function vote(seen: readonly number[]): void {
    votes.fill(0);
    for (const bucket of seen) {
      for (let at = 0; at < size; at += 1) votes[at] = (votes[at] ?? 0) + (weights[bucket * size + at] ?? 0);
    }
    const scale = scaleOf(seen);
    for (let at = 0; at < size; at += 1) votes[at] = (votes[at] ?? 0) * scale;
  }

  function move(place: number, by: number): void {
    weights[place] = (weights[place] ?? 0) + by;
    drift[place] = (drift[place] ?? 0) + by * steps;
  }

  for (let round = 0; round < ROUNDS; round += 1) {
    chance.mix(order);
    for (const index of order) {
      const lesson = lessons[index];
      if (!lesson) continue;
      steps += 1;
      vote(lesson.seen);
      const rival = highestBeside(votes, lesson.at);
      const missing = MARGIN - (votes[lesson.at] ?? 0) + (votes[rival] ?? 0);
      if (missing <= 0) continue;
      const by = Math.min(LONGEST_STEP, missing / 2) * scaleOf(lesson.seen);
      for (const bucket of lesson.seen) {
        move(bucket * size + lesson.at, by);
        move(bucket * size + rival, -by);
      }
    }
  }
  for (let place = 0; place < weights.length; place += 1) {
    weights[place] = (weights[place] ?? 0) - (drift[place] ?? 0) / (steps + 1);
  }

  return (question) => {
    vote(featuresOf(question));
    return votes.slice();
  };
}

function scaleOf({ length }: readonly number[]): number {
  return 1 / Math.sqrt(length || 1);
}

function highestBeside(votes: Float64Array, own: number): number {
  let highest = own === 0 ? 1 : 0;
  votes.forEach((vote, at) => {
    if (at !== own && vote > (votes[highest] ?? 0)) highest = at;
  });
  return highest;
}
