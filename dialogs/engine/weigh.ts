import type { Weight } from '../../content/schema/weight.ts';
import { makes, type Occasion } from './occasion.ts';
import { phaseOf } from './phaseOf.ts';
import { promiseComingBack, promisesIn } from './promises.ts';
import { quoteOf } from './quoteOf.ts';
import type { RecognizedMove } from './reading.ts';
import type { LedgerLine, ParentState } from './rehearsal.ts';
import { temper } from './temper.ts';
import { addWithinBounds, benefitOf, type Values, valuesOf } from './variables.ts';
import { type Cause, weightFor } from './weightFor.ts';

/** What an utterance did to the parent, before the parent answers. */
export interface Weighed {
  readonly ledger: readonly LedgerLine[];
  readonly state: ParentState;
  /** A promise beyond influence came back in this turn. */
  readonly cameBack: boolean;
}

interface QuotedCause extends Cause {
  readonly quote: string;
}

/**
 * Weighs one utterance by the rules in the scenario's weights: first what kind of utterance it is, then its moves in
 * their order, then what the engine notices by itself, and at last the relief that fades.
 */
export function weigh(occasion: Occasion): Weighed {
  const { before } = occasion;
  const hearing = hearingMove(occasion);
  const anyHeard = before.heard.length > 0 || hearing !== null;
  let values: Values = valuesOf(before);
  const ledger: LedgerLine[] = [];

  for (const cause of causesIn(occasion)) {
    const weight = weightFor(occasion, cause, anyHeard);
    if (weight === undefined) continue;
    const hears = cause.move !== null && cause.move === hearing?.move;
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

function causesIn(occasion: Occasion): readonly QuotedCause[] {
  const { reading } = occasion;
  const causes: QuotedCause[] = [];
  const quote = reading.utterance;
  if (reading.kind !== 'talk') causes.push({ trigger: `kind:${reading.kind}`, move: null, quote });
  for (const found of distinctMoves(reading.moves)) {
    causes.push({ trigger: found.move, move: found.move, quote: quoteOf(quote, found) });
  }
  if (causes.length === 0) causes.push({ trigger: 'nothing-acknowledged', move: null, quote });
  const promise = promiseComingBack(occasion);
  if (promise !== undefined) {
    causes.push({ trigger: 'promise-beyond-influence-comes-back', move: null, quote: promise.quote });
  }
  return causes;
}

/** Each move once, in the words in which it is surest. */
function distinctMoves(moves: readonly RecognizedMove[]): readonly RecognizedMove[] {
  return moves.filter((one, index) =>
    moves.every(
      (other, place) =>
        other.move !== one.move ||
        other.confidence < one.confidence ||
        (other.confidence === one.confidence && place >= index),
    ),
  );
}

/** The move by which a concern is heard in this turn, or null. */
function hearingMove(occasion: Occasion): RecognizedMove | null {
  if (occasion.acknowledges.length === 0) return null;
  const anyHeard = occasion.before.heard.length > 0;
  const hears = ({ move }: RecognizedMove) => weightFor(occasion, { trigger: move, move }, anyHeard)?.hears === true;
  return occasion.reading.moves.find(hears) ?? null;
}

function enter(
  occasion: Occasion,
  values: Values,
  { trigger, move, quote }: QuotedCause,
  weight: Weight,
  hears: boolean,
): readonly [Values, LedgerLine] {
  const [next, delta] = addWithinBounds(values, temper(occasion, weight.delta, move, hears));
  const line = {
    quote,
    move,
    tip: tipFor(occasion, { trigger, move }),
    trigger,
    delta,
    heard: hears ? (occasion.acknowledges[0] ?? null) : null,
    because: weight.because[occasion.locale],
    source: weight.source,
    weight: weight.id,
  };
  return [next, line];
}

function tipFor({ scenario }: Occasion, { trigger, move }: Cause): LedgerLine['tip'] {
  if (trigger === 'nothing-acknowledged') return 'show-understanding';
  const behind = trigger === 'promise-beyond-influence-comes-back' ? 'overpromise' : move;
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
  const didGood = ledger.some(({ heard, move, delta }) => heard !== null || (move !== null && benefitOf(delta) > 0));
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
  const promises = before.promises.map((promise) => (promise === back ? { ...promise, cameBack: true } : promise));
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
