import type { Move } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Reading } from './reading.ts';
import type { Turn } from './rehearsal.ts';
import { onlyOne, voiceOfConcern } from './voices.ts';

/** From so many turns in a row the other one notices. */
const IN_A_ROW = 3;

const SIDES_WITH: readonly Move[] = ['show-understanding', 'appreciate', 'name-expertise'];
const SIDES_AGAINST: readonly Move[] = ['blame-parent', 'command-threaten', 'premature-advice'];

/** An utterance, and the concerns that were heard in it. */
interface Said {
  readonly reading: Reading;
  readonly heard: readonly string[];
}

/**
 * The voice that is passed over: the teacher acknowledged only another, or blamed only this one, in three turns in a row
 * or more, the last of which is this one. Null otherwise. Turns that take up nobody's part are not counted; one that
 * takes up both parts, or the child's, begins anew.
 */
export function overlookedVoice(scenario: Scenario, earlier: readonly Turn[], now: Said): string | null {
  if (scenario.voices === undefined) return null;
  const side = sideOf(scenario, now);
  if (side === null || side === 'both') return null;
  let row = 1;
  for (const { reading, ledger } of earlier.toReversed()) {
    const before = sideOf(scenario, { reading, heard: ledger.flatMap(({ heard }) => heard ?? []) });
    if (before === null) continue;
    if (before !== side) break;
    row += 1;
  }
  if (row < IN_A_ROW) return null;
  return scenario.voices.find(({ id }) => id !== side)?.id ?? null;
}

/** Whose part the teacher takes in these words; null when nobody's. */
function sideOf(scenario: Scenario, { reading, heard }: Said): string | null {
  const makes = (moves: readonly Move[]) => reading.moves.some(({ move }) => moves.includes(move));
  const target = targetOf(scenario, reading, heard);
  if (target === null) return null;
  if (makes(SIDES_AGAINST)) return target === 'both' ? null : otherThan(scenario, target);
  return makes(SIDES_WITH) ? target : null;
}

/** Whom the words are about: whose concerns, or else who is turned to; concerns of more than one, or of all, are of both. */
function targetOf(scenario: Scenario, { concerns, addressed }: Reading, heard: readonly string[]): string | null {
  const about = new Set([...heard, ...concerns].map((id) => voiceOfConcern(id, scenario) ?? 'both'));
  const [first, second] = about;
  if (first === undefined) return onlyOne(addressed) ?? ((addressed?.length ?? 0) > 1 ? 'both' : null);
  return second === undefined ? first : 'both';
}

function otherThan({ voices }: Scenario, side: string): string | null {
  return voices?.find(({ id }) => id !== side)?.id ?? null;
}
