import type { Move } from '../../content/schema/move.ts';
import type { Trigger, Weight } from '../../content/schema/weight.ts';
import { isWithin } from './isWithin.ts';
import { type Occasion, timesBefore } from './occasion.ts';
import { promisedBeyond } from './promises.ts';

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
  const { scenario, before, number, reading } = occasion;
  return (
    isOrAny(when.specific, occasion.specific) &&
    isOrAny(when.ownWords, occasion.ownWords) &&
    isOrAny(when.ahead, occasion.ahead) &&
    isOrAny(when.knownFact, reading.facts.length > 0) &&
    isOrAny(when.anyHeard, anyHeard) &&
    isOrAny(when.sameWords, occasion.repeats) &&
    isOrAny(when.promised, promisedBeyond(before.promises)) &&
    isOrAny(when.parentAsked, occasion.parentAsked) &&
    isWithin(when.face, before.face) &&
    isWithin(when.agency, before.agency) &&
    isWithin(when.clarity, before.clarity) &&
    isOrAny(when.written, scenario.setting === 'app' || scenario.setting === 'phone') &&
    (when.topic === undefined || (reading.topic !== null && when.topic.includes(reading.topic))) &&
    (when.phase?.includes(before.phase) ?? true) &&
    (when.personaType?.includes(scenario.persona.type) ?? true) &&
    number <= (when.firstTurns ?? number) &&
    occasion.unansweredQuestions >= (when.unansweredQuestions ?? 0) &&
    (when.timesBefore === undefined ||
      move === null ||
      isWithin(when.timesBefore, timesBefore(occasion, move, when.specific)))
  );
}

function isOrAny(wanted: boolean | undefined, actual: boolean): boolean {
  return wanted === undefined || wanted === actual;
}
