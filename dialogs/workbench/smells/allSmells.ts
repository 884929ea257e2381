import { emotionJumps } from './emotionJumps.ts';
import { neverReached } from './neverReached.ts';
import { oneMoveDominates } from './oneMoveDominates.ts';
import { promiseNeverChecked } from './promiseNeverChecked.ts';
import { silentOrRepeated } from './silentOrRepeated.ts';
import type { Smell } from './smell.ts';
import { tipNeverPractised } from './tipNeverPractised.ts';

/** Everything that playing a scenario can bring to light. */
export const allSmells: readonly Smell[] = [
  neverReached,
  silentOrRepeated,
  emotionJumps,
  tipNeverPractised,
  promiseNeverChecked,
  oneMoveDominates,
];
