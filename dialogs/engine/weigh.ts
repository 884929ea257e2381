import type { Move } from '../../content/schema/move.ts';
import type { Trigger, Weight } from '../../content/schema/weight.ts';
import { causesIn, type QuotedCause } from './causesIn.ts';
import { makes, type Occasion } from './occasion.ts';
import { phaseOf } from './phaseOf.ts';
import { promiseComingBack, promisesIn } from './promises.ts';
import type { LedgerLine, ParentState } from './rehearsal.ts';
import { signCauses } from './signCauses.ts';
import { isSoftened, temper } from './temper.ts';
import { addWithinBounds, benefitOf, type Values, valuesOf } from './variables.ts';
import { type Cause, weightFor } from './weightFor.ts';

/** What an utterance did to the parent, before the parent answers. */
export interface Weighed {
  readonly ledger: readonly LedgerLine[];
  readonly state: ParentState;
  /** A promise beyond influence came back in this turn. */
  readonly cameBack: boolean;
}

/**
 * Weighs one utterance by the rules in the scenario's weights: first what kind of utterance it is, then its moves in
 * their order, then what the engine notices by itself, and at last the relief that fades.
 */
export function weigh(occasion: Occasion): Weighed {
  const { before } = occasion;
  const hearing = hearingCause(occasion);
  const anyHeard = before.heard.length > 0 || hearing !== null;
  let values: Values = valuesOf(before);
  const ledger: LedgerLine[] = [];

  for (const cause of causesIn(occasion, anyHeard)) {
    const weight = weightFor(occasion, cause, anyHeard);
    if (weight === undefined) continue;
    const hears = cause.trigger === hearing?.trigger;
    const [next, line] = enter(occasion, values, cause, weight, hears);
    values = next;
    ledger.push(line);
    if (hears) ledger.push(...occasion.acknowledges.slice(1).map((id) => ({ ...line, delta: {}, heard: id })));
  }

  const faded = decay(occasion, values, ledger);
  if (faded !== null) {
    values = faded[0];
    ledger.push(faded[1]);
  }
  return { ledger, state: stateAfter(occasion, values, ledger), cameBack: promiseComingBack(occasion) !== undefined };
}

/** The move, or else the sign, by which a concern is heard in this turn, or null. */
function hearingCause(occasion: Occasion): Cause | null {
  if (occasion.acknowledges.length === 0) return null;
  const anyHeard = occasion.before.heard.length > 0;
  const moves = occasion.reading.moves.map(({ move }) => ({ trigger: move, move }));
  const hears = (cause: Cause) => weightFor(occasion, cause, anyHeard)?.hears === true;
  return [...moves, ...signCauses(occasion)].find(hears) ?? null;
}

function enter(
  occasion: Occasion,
  values: Values,
  { trigger, move, quote, sign }: QuotedCause,
  weight: Weight,
  hears: boolean,
): readonly [Values, LedgerLine] {
  const { scenario, locale } = occasion;
  const [next, delta] = addWithinBounds(values, temper(occasion, weight.delta, { move, sign: sign ?? null, hears }));
  const softened =
    benefitOf(delta) < 0 && isSoftened(occasion, move) ? [scenario.weights.softening.because[locale]] : [];
  const line = {
    quote,
    move,
    tip: tipFor(occasion, { trigger, move }),
    trigger,
    delta,
    heard: hears ? (occasion.acknowledges[0] ?? null) : null,
    because: [weight.because[locale], ...softened].join(' '),
    source: weight.source,
    weight: weight.id,
  };
  return [next, line];
}

/** The move under whose tip the debrief shows what the engine notices by itself. */
const BEHIND: Partial<Record<Trigger, Move>> = {
  'promise-beyond-influence-comes-back': 'overpromise',
  'sign:taking-back': 'clear-honest-realistic',
  'sign:owning-up': 'clear-honest-realistic',
  'sign:limit': 'clear-honest-realistic',
  'sign:receptive': 'show-understanding',
  'sign:kind-to-child': 'appreciate',
};

function tipFor({ scenario }: Occasion, { trigger, move }: Cause): LedgerLine['tip'] {
  if (trigger === 'nothing-acknowledged' || trigger === 'one-side-taken') return 'show-understanding';
  const behind = BEHIND[trigger] ?? move;
  return scenario.moves.find(({ id }) => id === behind)?.tip ?? null;
}

/** Relief fades towards the baseline in a turn that did the parent no good, while something is still unheard. */
function decay(
  occasion: Occasion,
  values: Values,
  ledger: readonly LedgerLine[],
): readonly [Values, LedgerLine] | null {
  const { scenario, agenda, before, reading, locale } = occasion;
  const settled = reading.kind === 'farewell' || agenda.concerns.every((id) => before.heard.includes(id));
  const didGood = ledger.some(({ heard, delta }) => heard !== null || benefitOf(delta) > 0);
  const lost = scenario.persona.baseline - values.tension;
  if (settled || didGood || lost <= 0) return null;

  const { towardsBaseline, because, source } = scenario.weights.decay;
  const [next, delta] = addWithinBounds(values, { tension: Math.round(lost * towardsBaseline) });
  if (delta.tension === undefined) return null;
  return [
    next,
    {
      quote: '',
      move: null,
      tip: 'show-understanding',
      trigger: 'nothing-acknowledged',
      delta,
      heard: null,
      because: because[locale],
      source,
      weight: 'decay',
    },
  ];
}

function stateAfter(occasion: Occasion, values: Values, ledger: readonly LedgerLine[]): ParentState {
  const { scenario, agenda, before } = occasion;
  const heard = ledger.flatMap((line) => line.heard ?? []);
  const back = promiseComingBack(occasion);
  const takesBack = occasion.reading.signs.includes('taking-back');
  const promises = before.promises.map((promise) => {
    if (promise === back) return { ...promise, cameBack: true };
    return takesBack && promise.reach === 'beyond' ? { ...promise, takenBack: true } : promise;
  });
  const state = {
    ...values,
    heard: [...before.heard, ...heard],
    raised: [...new Set([...before.raised, ...heard])],
    told: before.told,
    promises: [...promises, ...(makesNothingNew(occasion) ? [] : promisesIn(occasion))],
  };
  return { ...state, phase: phaseOf(scenario, agenda, state) };
}

/** The same offer in the same words is no second promise; one beyond influence stays one. */
function makesNothingNew({ repeats, reading }: Occasion): boolean {
  return repeats && !makes(reading, 'overpromise');
}
