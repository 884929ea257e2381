import type { QuestionTopic } from '../../content/schema/hearing.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { isAboutTheTalk } from './aboutTheTalk.ts';
import { isToAvoid } from './isToAvoid.ts';
import { KIND_STATEMENTS } from './kindStatements.ts';
import type { Reading, RecognizedMove } from './reading.ts';

const LEADS_FOR_CERTAIN = 0.7;
/** From here on a move that is too doubtful to count may still have been made. */
const HURTS_MAYBE = 0.4;
/** From here on what looks like an insult is told of somebody: "how it must hurt when people say she is a bully". */
const UNDERSTANDS_FOR_CERTAIN = 0.95;

/**
 * A reading in favour of the teacher: a move to avoid that is not certain is only doubted, and left out, as is a promise that is being
 * taken back in these very words, and one less than sure beside words that are meant well; to ask what would help is no advice, and a question about the talk itself is not
 * leading. Beside an insult a helping move has to be certain too. To ask somebody to tell, or about what they know, is no
 * appeal to do something.
 */
export function surelyRead(scenario: Scenario, read: Reading): Reading {
  const { weights, facts } = scenario;
  const reading = isRetold(read) ? { ...read, signs: read.signs.filter((sign) => sign !== 'slight') } : read;
  const hurts = ({ move }: RecognizedMove) => isToAvoid(scenario, move);
  const kept = reading.moves.filter((made) =>
    hurts(made)
      ? made.confidence >= weights.certain && stands(made, reading)
      : isMeant(made, reading) && !isOnlyAsked(facts, made, reading),
  );
  if (kept.length === reading.moves.length) return reading;
  const doubted = reading.moves.filter((made) => hurts(made) && made.confidence < weights.certain);
  const isLikely = doubted.some(({ confidence }) => confidence >= HURTS_MAYBE);
  return {
    ...reading,
    moves: kept,
    ...(doubted.length > 0 && { doubted: true }),
    ...(isLikely && { likelyHurts: true }),
  };
}

function isRetold({ moves, signs }: Reading): boolean {
  if (!signs.includes('slight')) return false;
  return moves.some(({ move, confidence }) => move === 'show-understanding' && confidence >= UNDERSTANDS_FOR_CERTAIN);
}

/** An insult in the same words makes one doubt a kind move that was not clearly made. */
function isMeant({ confidence }: RecognizedMove, { signs }: Reading): boolean {
  return confidence >= LEADS_FOR_CERTAIN || !signs.includes('slight');
}

const ASKS_TO_TELL: readonly (QuestionTopic | null)[] = ['invitation', 'anything-else', 'how-are-you'];

/** Whether what looks like an appeal asks to tell; or, where it is not certain, asks for a fact that is no agreement. */
function isOnlyAsked(facts: Scenario['facts'], { move, confidence }: RecognizedMove, reading: Reading): boolean {
  if (move !== 'appeal-responsibility') return false;
  if (ASKS_TO_TELL.includes(reading.topic)) return true;
  const canBeDone = facts.some(({ id, topic }) => topic === 'agreement' && reading.facts.includes(id));
  return confidence < LEADS_FOR_CERTAIN && reading.facts.length > 0 && !canBeDone;
}

/** Below this a move to avoid is doubted beside words that are meant well. */
const HURTS_FOR_CERTAIN = 0.8;

function stands({ move, confidence }: RecognizedMove, { topic, signs, statement }: Reading): boolean {
  if (statement && KIND_STATEMENTS.includes(statement) && confidence < HURTS_FOR_CERTAIN) return false;
  if (move === 'overpromise') return !signs.includes('taking-back');
  if (move === 'premature-advice') return topic !== 'help';
  return move !== 'closed-leading-question' || confidence >= LEADS_FOR_CERTAIN || !isAboutTheTalk(topic);
}
