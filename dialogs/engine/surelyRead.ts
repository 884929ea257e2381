import type { Scenario } from '../../content/schema/scenario.ts';
import { isAboutTheTalk } from './aboutTheTalk.ts';
import type { Reading, RecognizedMove } from './reading.ts';

const LEADS_FOR_CERTAIN = 0.7;

/**
 * A reading in favour of the teacher: a move to avoid that is not certain is left out, as is a promise that is being
 * taken back in these very words; to ask what would help is no advice, and a question about the talk itself is not
 * leading.
 */
export function surelyRead({ moves, weights }: Scenario, reading: Reading): Reading {
  const isToAvoid = ({ move }: RecognizedMove) => moves.some(({ id, kind }) => id === move && kind === 'avoid');
  const kept = reading.moves.filter(
    (made) => !isToAvoid(made) || (made.confidence >= weights.certain && stands(made, reading)),
  );
  return kept.length === reading.moves.length ? reading : { ...reading, moves: kept };
}

function stands({ move, confidence }: RecognizedMove, { topic, signs }: Reading): boolean {
  if (move === 'overpromise') return !signs.includes('taking-back');
  if (move === 'premature-advice') return topic !== 'help';
  return move !== 'closed-leading-question' || confidence >= LEADS_FOR_CERTAIN || !isAboutTheTalk(topic);
}
