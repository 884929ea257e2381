import type { QuestionTopic, Statement } from '../../../content/schema/hearing.ts';
import type { Sign } from '../../../content/schema/sign.ts';
import type { RecognizedMove } from '../../engine/reading.ts';
import type { Analysis, Sentence, View } from '../analysis.ts';
import type { Heard } from '../grammar.ts';
import { type Match, matchAt, mayMatch } from '../pattern/matchPatterns.ts';
import { askingSentences } from './askingSentences.ts';

/** What a question is about. */
export interface Subject {
  readonly topic: QuestionTopic | null;
  /** It is about the talk itself: no fact of the scenario answers it. */
  readonly apart: boolean;
}

/**
 * What the last question is about; `topic` is null when no words say so. "And you, how are you?" asks its own question,
 * not that of before.
 */
export function subjectOf(analysis: Analysis): Subject {
  const { sentences, clauses } = analysis;
  const asking = askingSentences(analysis);
  for (const sentence of (asking.length > 0 ? asking : sentences).toReversed()) {
    const view = analysis.viewOf(sentence.locale);
    const found = view.grammar.topics.filter((topic) => isHeard(topic, sentence, view));
    const parts = clauses.filter(({ sentence: at }) => sentences[at] === sentence).length;
    const own = parts > 1 ? found.find(({ name }) => name !== 'same-question') : undefined;
    const heard = own ?? found[0];
    if (heard) return { topic: heard.name, apart: heard.apart };
  }
  return { topic: null, apart: false };
}

/** What is said beside something else, as in "I have always thought so". */
const SAYS_LITTLE: readonly Statement[] = ['own', 'opinion'];

/**
 * What plain words are about: that something is put right, wherever it is said, or else the last sentence of which that is
 * known; an opinion where no words say so. Who was spoken of just before is still meant by "he" or "she".
 */
export function statementOf(analysis: Analysis): Statement {
  const found = analysis.sentences.flatMap((sentence) => statementIn(sentence, analysis));
  if (found.includes('put-right')) return 'put-right';
  const [last = 'opinion', before] = found.toReversed();
  if (before === undefined) return last;
  return (last === 'of-child' && before === 'of-others') || SAYS_LITTLE.includes(last) ? before : last;
}

function statementIn(sentence: Sentence, { viewOf }: Analysis): readonly Statement[] {
  const view = viewOf(sentence.locale);
  const isDeniedPraise = ({ name }: Heard<Statement>) => name === 'praise' && isDenied(sentence, view);
  const heard = view.grammar.statements.find(
    (statement) => isHeard(statement, sentence, view) && !isDeniedPraise(statement),
  );
  return heard ? [heard.name] : [];
}

/** What the words show, by their own patterns or by those of a move. */
export function signsIn({ sentences, viewOf }: Analysis, moves: readonly RecognizedMove[]): readonly Sign[] {
  const found = sentences.flatMap((sentence) => {
    const view = viewOf(sentence.locale);
    const heard = view.grammar.signs.filter((sign) => isHeard(sign, sentence, view)).map(({ name }) => name);
    return isDenied(sentence, view) ? heard.filter((sign) => sign !== 'kind-to-child') : heard;
  });
  return [...new Set([...found, ...moves.flatMap(({ signs = [] }) => signs)])];
}

/** "She isn't all that bright" is no kind word. */
function isDenied({ from, to }: Match, { phrases }: View): boolean {
  return phrases.first('negation', from, to) !== undefined;
}

function isHeard({ programs }: Heard<unknown>, { from, to }: Match, { field }: View): boolean {
  const possible = programs.filter((program) => mayMatch(program, field));
  for (let word = from; word < to && possible.length > 0; word += 1) {
    if (possible.some((program) => matchAt(program, field, word, to) > 0)) return true;
  }
  return false;
}
