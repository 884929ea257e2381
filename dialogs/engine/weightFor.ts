import type { Move } from '../../content/schema/move.ts';
import type { Trigger, Weight } from '../../content/schema/weight.ts';
import { type Occasion, timesBefore } from './occasion.ts';

/** What sets a weight off here, and the move behind it if there is one. */
export interface Cause {
  readonly trigger: Trigger;
  readonly move: Move | null;
}

/** The first rule for this trigger whose conditions all hold, or undefined. `anyHeard`: before this turn or by it. */
export function weightFor(occasion: Occasion, cause: Cause, anyHeard: boolean): Weight | undefined {
  return occasion.scenario.weights.weights.find(
    (weight) => weight.on === cause.trigger && holds(weight.when, occasion, cause.move, anyHeard),
  );
}

function holds(when: Weight['when'], occasion: Occasion, move: Move | null, anyHeard: boolean): boolean {
  const { scenario, before, number } = occasion;
  return (
    isOrAny(when.specific, occasion.specific) &&
    isOrAny(when.anyHeard, anyHeard) &&
    isOrAny(when.sameWords, occasion.repeats) &&
    isOrAny(when.written, scenario.setting === 'app' || scenario.setting === 'phone') &&
    (when.phase?.includes(before.phase) ?? true) &&
    (when.personaType?.includes(scenario.persona.type) ?? true) &&
    number <= (when.firstTurns ?? number) &&
    occasion.unansweredQuestions >= (when.unansweredQuestions ?? 0) &&
    (when.timesBefore === undefined ||
      move === null ||
      within(when.timesBefore, timesBefore(occasion, move, when.specific)))
  );
}

function isOrAny(wanted: boolean | undefined, actual: boolean): boolean {
  return wanted === undefined || wanted === actual;
}

function within({ min, max }: { min?: number; max?: number }, count: number): boolean {
  return count >= (min ?? 0) && count <= (max ?? count);
}
