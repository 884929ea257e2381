import type { CueLexicon } from '../../content/schema/cue.ts';
import type { Lean } from '../../content/schema/hearing.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { RecognizedMove } from '../engine/reading.ts';
import type { Recognizer } from '../ports.ts';
import { analyse, type Grammars } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { combineVotes } from './combineVotes.ts';
import { type CompiledLexicon, compileLexicon, contractionsOf } from './compileLexicon.ts';
import { foldWord } from './foldWord.ts';
import { createGrammar } from './grammar.ts';
import { createJudge } from './model/createJudge.ts';
import type { MoveModel } from './model/moveModel.ts';
import { namesAgain } from './namesAgain.ts';
import { createSpellingRepair } from './repairSpelling.ts';
import { cancelByBut } from './rules/cancelByBut.ts';
import { confirmMeetings } from './rules/confirmMeetings.ts';
import { dropDeniedAndReported } from './rules/dropDeniedAndReported.ts';
import { oneQuestionOneLabel } from './rules/oneQuestionOneLabel.ts';
import { voteByAgreement } from './rules/voteByAgreement.ts';
import { voteByJargon } from './rules/voteByJargon.ts';
import { voteByNames } from './rules/voteByNames.ts';
import { voteByQuestion } from './rules/voteByQuestion.ts';
import { weighAgreements } from './rules/weighAgreements.ts';
import { yieldToSpecific } from './rules/yieldToSpecific.ts';
import { strongestVotes } from './strongestVotes.ts';
import type { Refinement, Voter } from './vote.ts';
import { voteByCues } from './voteByCues.ts';

/** Most characters of one utterance that anything reads. */
export const LONGEST_UTTERANCE = 4_000;

/** A recognizer whose steps can be used apart. */
export interface LanguageRecognizer extends Recognizer {
  readonly grammars: Grammars;
  /** Takes apart at most the first 4,000 characters. */
  analyse(utterance: string, locale: Locale, child?: readonly string[]): Analysis;
  /** The moves in what `analyse` took apart. */
  movesIn(analysis: Analysis): readonly RecognizedMove[];
  /** Where words lean in which no move is sure enough to be named; undefined when to neither side. */
  leanOf(analysis: Analysis): Lean | undefined;
  /** The moves by cues and rules alone, without what was learned. */
  movesByRules(analysis: Analysis): readonly RecognizedMove[];
}

const VOTERS: readonly Voter[] = [voteByCues, voteByAgreement, voteByJargon, voteByNames, voteByQuestion];
const REFINEMENTS: readonly Refinement[] = [
  dropDeniedAndReported,
  yieldToSpecific,
  confirmMeetings,
  weighAgreements,
  oneQuestionOneLabel,
  cancelByBut,
];
/** Whose parent is spoken to, when nothing else is known. */
export const DEFAULT_CHILD: readonly string[] = ['Noor', 'Sam'];

/**
 * Makes a recognizer from content. Voters find moves, refinements weigh them against each other, and what is left
 * adds up; then, where a model was learned, it judges each sentence by these and by its words. Throws `PatternError` on a
 * pattern that cannot be read; the recognizer itself never throws. `compiled`: the lexicon, compiled before.
 */
export function createRecognizer(
  lexicon: CueLexicon,
  models: Partial<Readonly<Record<Locale, MoveModel>>> = {},
  compiled: CompiledLexicon = compileLexicon(lexicon),
): LanguageRecognizer {
  const { nl, en } = lexicon.locales;
  const grammars: Grammars = {
    nl: createGrammar(nl, compiled.nl),
    en: createGrammar(en, compiled.en),
    contractions: contractionsOf(lexicon),
    names: new Set(lexicon.names.map(foldWord)),
  };

  function take(utterance: string, locale: Locale, child = DEFAULT_CHILD): Analysis {
    const text = utterance.slice(0, LONGEST_UTTERANCE);
    return { ...analyse(namesAgain(text), locale, child, grammars, repair), text };
  }

  /** Asked for twice of plain words: for their moves, and for where they lean. */
  const byRules = new WeakMap<Analysis, readonly RecognizedMove[]>();

  function movesByRules(analysis: Analysis): readonly RecognizedMove[] {
    const found = byRules.get(analysis) ?? readByRules(analysis);
    byRules.set(analysis, found);
    return found;
  }

  function readByRules(analysis: Analysis): readonly RecognizedMove[] {
    const votes = strongestVotes(
      VOTERS.flatMap((voter) => voter(analysis)),
      analysis,
    );
    const refined = REFINEMENTS.reduce((left, refine) => refine(left, analysis), votes);
    return combineVotes(refined, analysis);
  }

  const judge = createJudge(models, lexicon);
  const repair = createSpellingRepair({ nl: models.nl?.vocabulary, en: models.en?.vocabulary }, grammars);
  const movesIn = (analysis: Analysis) => judge.movesIn(analysis, movesByRules(analysis));
  return {
    grammars,
    analyse: take,
    movesIn,
    leanOf: (analysis) => judge.leanOf(analysis, movesByRules(analysis)),
    movesByRules,
    recognize: (utterance, locale, child) => movesIn(take(utterance, locale, child)),
  };
}
