import { createHash } from 'node:crypto';
import { canonicalJson } from './canonicalJson.ts';
import type { Line } from './schema/line.ts';
import type { MoveEntry } from './schema/move.ts';
import type { Persona } from './schema/persona.ts';
import type { Questions } from './schema/questions.ts';
import type { Scenario, ScenarioFile } from './schema/scenario.ts';
import type { Weights } from './schema/weight.ts';

/** Everything that decides how one scenario plays, still apart. */
export interface ScenarioParts {
  readonly scenario: ScenarioFile;
  readonly lines: readonly Line[];
  readonly questions?: Questions | undefined;
  readonly persona: Persona;
  /** What any parent could say. */
  readonly anyone: readonly Line[];
  readonly weights: Weights;
  readonly moves: readonly MoveEntry[];
}

/**
 * Puts a scenario together: its own lines first, then those of the persona, then those of anyone. The revision is the first 16 hex
 * digits of a SHA-256 over all of it, so any change to any part gives another revision.
 */
export function resolveScenario({
  scenario,
  lines,
  questions,
  persona,
  anyone,
  weights,
  moves,
}: ScenarioParts): Scenario {
  const whole = {
    ...scenario,
    ...(questions && { questions }),
    persona,
    lines: [...lines, ...persona.lines, ...anyone],
    weights,
    moves,
  };
  const revision = createHash('sha256').update(canonicalJson(whole)).digest('hex').slice(0, 16);
  return { ...whole, revision };
}
