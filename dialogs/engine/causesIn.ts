import type { Sign } from '../../content/schema/sign.ts';
import type { Occasion } from './occasion.ts';
import { promiseComingBack } from './promises.ts';
import { quoteOf } from './quoteOf.ts';
import type { RecognizedMove } from './reading.ts';
import { type SignCause, signCauses } from './signCauses.ts';
import { type Cause, weightFor } from './weightFor.ts';

/** A cause with the words that gave it. */
export interface QuotedCause extends Cause {
  readonly quote: string;
  /** The sign that sets it off, where no move does. */
  readonly sign?: Sign;
}

/**
 * What in one utterance may set off a rule: the kind of utterance, its moves in their order, what the words show beside
 * them, and what the engine notices by itself. An apology or a limit goes by its own rules where there are any, and by
 * those of an agreement where not.
 */
export function causesIn(occasion: Occasion, anyHeard: boolean): readonly QuotedCause[] {
  const { reading } = occasion;
  const quote = reading.utterance;
  const signs = signCauses(occasion).filter((cause) => weightFor(occasion, cause, anyHeard) !== undefined);
  const causes: QuotedCause[] = [];
  if (reading.kind !== 'talk') causes.push({ trigger: `kind:${reading.kind}`, move: null, quote });
  for (const found of distinctMoves(reading.moves)) {
    if (isNoAgreement(found, signs, occasion)) continue;
    causes.push({ trigger: found.move, move: found.move, quote: quoteOf(quote, found) });
  }
  for (const cause of signs) {
    const carrier = reading.moves.find(
      (made) => made.move === cause.move && made.signs?.includes(cause.sign) !== false,
    );
    causes.push({ ...cause, quote: carrier === undefined ? quote : quoteOf(quote, carrier) });
  }
  if (causes.length === 0) causes.push({ trigger: 'nothing-acknowledged', move: null, quote });
  const promise = promiseComingBack(occasion);
  if (promise !== undefined) {
    causes.push({ trigger: 'promise-beyond-influence-comes-back', move: null, quote: promise.quote });
  }
  if (occasion.overlooked !== null) causes.push({ trigger: 'one-side-taken', move: null, quote });
  return causes;
}

/** Honesty that has a rule of its own, and agrees on nothing. */
function isNoAgreement({ move }: RecognizedMove, signs: readonly SignCause[], { reading }: Occasion): boolean {
  return signs.some((cause) => cause.move === move) && !reading.signs.includes('agreement');
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
