import { MOVES, type Move } from '../../../content/schema/move.ts';
import type { RecognizedMove } from '../../engine/reading.ts';
import type { Analysis, Clause, Sentence } from '../analysis.ts';
import type { Sights, Stretch } from './createFeatures.ts';
import type { LayeredScorer } from './layeredModel.ts';
import { type LinearModel, logOdds } from './linearModel.ts';

/** What speaks for and against every move in one sentence. */
export interface Evidence {
  readonly sentence: Sentence;
  /** What the cues and rules found in it. */
  readonly found: readonly RecognizedMove[];
  /** Place of the sentence in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Whether "but" opens a later clause of it. */
  readonly hasBut: boolean;
  /** For each move how sure the cues are, what the words and what the phrases say; then the form of the sentence. */
  readonly values: readonly number[];
}

/** Two models that learned independently of the cues, and what each of them sees. */
export interface WordVoters {
  readonly sights: Sights;
  readonly words: LinearModel<Move>;
  readonly phrases: LayeredScorer;
}

const QUESTION_FORMS = ['wh', 'yes-no', 'tag', 'unmarked'] as const;
const LEAST = -5;
const SCALE = 3;
/** A clause alone is less to go by than its sentence. */
const CLAUSE_DISCOUNT = 0.3;

/** The evidence on each sentence of an utterance, in order. `found`: the moves by cues and rules alone. */
export function evidenceIn(
  analysis: Analysis,
  found: readonly RecognizedMove[],
  { sights, words, phrases }: WordVoters,
): readonly Evidence[] {
  const clausesOf = Map.groupBy(analysis.clauses, ({ sentence }) => sentence);
  return analysis.sentences.map((sentence, index) => {
    const start = analysis.tokens[sentence.from]?.start ?? 0;
    const end = analysis.tokens[sentence.to - 1]?.end ?? start;
    const here = found.filter((move) => move.start < end && move.end > start);
    const clauses = clausesOf.get(index) ?? [];
    const next = clausesOf.get(index + 1)?.[0];
    const sure = MOVES.map((move) => surest(here, move));
    const parts = clauses.length > 1 ? clauses : [];
    const byWords = best((stretch) => logOdds(words, sights.words(analysis, stretch)), sentence, parts);
    const byPhrases = best((stretch) => phrases(sights.phrases(analysis, stretch)), sentence, parts);
    const spoken = [...byWords, ...byPhrases].map((value) => value / SCALE);
    const hasBut = clauses.slice(1).some(({ contrast }) => contrast);
    const hasContrast = hasBut || next?.contrast === true;
    const values = [...sure, ...spoken, ...formOf(analysis, clauses, hasContrast, sure, byWords)];
    return { sentence, found: here, start, end, hasBut, values };
  });
}

function surest(found: readonly RecognizedMove[], move: Move): number {
  return found.reduce((most, one) => (one.move === move ? Math.max(most, one.confidence) : most), 0);
}

/** The log-odds of each move by the sentence, or by its best clause. */
function best(
  oddsOf: (stretch: Stretch) => ArrayLike<number>,
  sentence: Sentence,
  clauses: readonly Clause[],
): readonly number[] {
  const whole = oddsOf(sentence);
  const parts = clauses.map(oddsOf);
  return MOVES.map((_, move) =>
    Math.max(LEAST, whole[move] ?? LEAST, ...parts.map((part) => (part[move] ?? LEAST) - CLAUSE_DISCOUNT)),
  );
}

function formOf(
  { sentences }: Analysis,
  own: readonly Clause[],
  hasContrast: boolean,
  sure: readonly number[],
  spoken: readonly number[],
): readonly number[] {
  const forms = QUESTION_FORMS.map((form) => Number(own.some(({ question }) => question === form)));
  const words = own.reduce((sum, { from, to }) => sum + to - from, 0);
  return [
    ...forms,
    Number(hasContrast),
    Number(words <= 3),
    Number(words <= 6),
    Number(sentences.length === 1),
    Number(sure.every((value) => value === 0)),
    Math.max(...spoken) / SCALE,
  ];
}
