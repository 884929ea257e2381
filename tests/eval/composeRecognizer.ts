import type { Locale } from '../../content/schema/locale.ts';
import { MOVES } from '../../content/schema/move.ts';
import type { RecognizedMove } from '../../dialogs/engine/reading.ts';
import type { Analysis } from '../../dialogs/language/analysis.ts';
import { combineVotes } from '../../dialogs/language/combineVotes.ts';
import type { LanguageRecognizer } from '../../dialogs/language/createRecognizer.ts';
import type { Sights } from '../../dialogs/language/model/createFeatures.ts';
import { votersOf } from '../../dialogs/language/model/createJudge.ts';
import { type Evidence, evidenceIn } from '../../dialogs/language/model/evidence.ts';
import { judgeMoves, withoutUnsureContrary } from '../../dialogs/language/model/judgeMoves.ts';
import { chanceOf, logOdds } from '../../dialogs/language/model/linearModel.ts';
import type { MoveModel } from '../../dialogs/language/model/moveModel.ts';
import { strongestVotes } from '../../dialogs/language/strongestVotes.ts';
import { voteByCues } from '../../dialogs/language/voteByCues.ts';

/** Finds moves in a text of one language. */
export type Recognize = (text: string, locale: Locale) => readonly RecognizedMove[];

/** What cues and rules find. */
export type ByRules = (analysis: Analysis) => readonly RecognizedMove[];

/** What a recognizer is put together from; each can be another. */
export interface Parts {
  readonly rules: LanguageRecognizer;
  readonly byRules: ByRules;
  readonly model: MoveModel;
  readonly sights: Sights;
}

/** A recognizer of one language from its parts: with the parts of the product it finds what the product finds there. */
export function composeRecognizer({ rules, byRules, model, sights }: Parts): Recognize {
  const voters = votersOf(model, sights);
  return (text, locale) => {
    const analysis = rules.analyse(text, locale);
    const evidence = evidenceIn(analysis, byRules(analysis), voters);
    return withoutUnsureContrary(evidence.flatMap((one) => judgeMoves(model.judge, one, () => '')));
  };
}

/** The same without a judge: what cues and rules find, and any other move that a sentence's words make more likely than not. */
export function composeWithoutJudge({ rules, byRules, model, sights }: Parts): Recognize {
  const voters = votersOf(model, sights);
  return (text, locale) => {
    const analysis = rules.analyse(text, locale);
    const found = byRules(analysis);
    const bySentence = evidenceIn(analysis, found, voters);
    return [...found, ...bySentence.flatMap((one) => byWordsAlone(analysis, one, model, sights))];
  };
}

function byWordsAlone(
  analysis: Analysis,
  { sentence, found, start, end }: Evidence,
  model: MoveModel,
  { words }: Sights,
): readonly RecognizedMove[] {
  const odds = logOdds(model.words, words(analysis, sentence));
  return MOVES.flatMap((move, at) => {
    const chance = chanceOf(odds[at] ?? 0);
    const known = found.some((one) => one.move === move);
    return chance > 0.5 && !known ? [{ move, confidence: chance, start, end, because: '' }] : [];
  });
}

/** Cues alone: no rule for names, questions, jargon or agreements, and none for "but", denial or what others say. */
export function byCuesAlone(analysis: Analysis): readonly RecognizedMove[] {
  return combineVotes(strongestVotes(voteByCues(analysis), analysis), analysis);
}
