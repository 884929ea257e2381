/** Around zero, one standard deviation apart; all zero when all are the same. */
export function standardized(votes: Float64Array): Float64Array {
  const mean = votes.reduce((sum, vote) => sum + vote, 0) / votes.length;
  const deviation = Math.sqrt(votes.reduce((sum, vote) => sum + (vote - mean) ** 2, 0) / votes.length);
  return votes.map((vote) => (deviation === 0 ? 0 : (vote - mean) / deviation));
}
