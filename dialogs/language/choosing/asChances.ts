/** Votes of any size as chances that add up to one, in the same order. */
export function asChances(votes: readonly number[]): readonly number[] {
  const highest = Math.max(...votes);
  const parts = votes.map((vote) => Math.exp(vote - highest));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}
