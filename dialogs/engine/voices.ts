import type { Line } from '../../content/schema/line.ts';
import type { Scenario } from '../../content/schema/scenario.ts';

/** To whom the teacher turns, and whether with a question. */
interface Turned {
  readonly scenario: Scenario;
  readonly addressed: readonly string[];
  readonly asked: boolean;
}

/** Whose line this is: its own voice, or the one whose concern it raises or is about; undefined: anyone's. */
export function voiceOf({ voice, raises, when }: Line, scenario: Scenario): string | undefined {
  return voice ?? voiceOfConcern(raises ?? when.concern, scenario);
}

/** Whose concern this is; undefined when it is everyone's, or the parent is alone. */
export function voiceOfConcern(id: string | undefined, { concerns }: Scenario): string | undefined {
  return concerns.find((concern) => concern.id === id)?.voice;
}

/** The one voice that the teacher turns to; null when there is none, or more than one. */
export function onlyOne(addressed: readonly string[] | undefined): string | null {
  const [first = null, second] = addressed ?? [];
  return second === undefined ? first : null;
}

/**
 * Whether this line is somebody else's than the one the teacher turns to. What a parent brings up unasked is never out
 * of turn.
 */
export function isOutOfTurn(line: Line, { scenario, addressed, asked }: Turned): boolean {
  const voice = voiceOf(line, scenario);
  if (voice === undefined || addressed.length === 0 || addressed.includes(voice)) return false;
  return asked || line.part !== 'initiative';
}
