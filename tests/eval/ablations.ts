import type { CueLexicon } from '../../content/schema/cue.ts';
import type { Locale } from '../../content/schema/locale.ts';
import { createRecognizer, type LanguageRecognizer } from '../../dialogs/language/createRecognizer.ts';
import { createSights, FEATURE_SORTS, type FeatureSort } from '../../dialogs/language/model/createFeatures.ts';
import { type Lessons, learnMoveModel } from '../../dialogs/language/model/learnMoveModel.ts';
import type { MoveModel } from '../../dialogs/language/model/moveModel.ts';
import { byCuesAlone, composeRecognizer, composeWithoutJudge, type Recognize } from './composeRecognizer.ts';

/** The recognizer with one part left out, for one language. */
export interface Ablation {
  readonly name: string;
  readonly recognize: Recognize;
}

/** In log-odds: how much sooner or later a move is named, to see what silence costs and spares. */
const SOONER = 0.3;

/** What can be left out of a learned recognizer without learning anew. */
export function ablationsOf(lexicon: CueLexicon, locale: Locale, model: MoveModel): readonly Ablation[] {
  const rules = createRecognizer(lexicon, { [locale]: model });
  const unrepaired = createRecognizer(lexicon, { [locale]: { ...model, vocabulary: [] } });
  const sights = createSights(lexicon.locales[locale].words);
  const parts = { rules, byRules: rules.movesByRules, model, sights };
  const withThresholds = (change: (threshold: number) => number) => {
    const judge = { ...model.judge, thresholds: model.judge.thresholds.map(change) };
    return composeRecognizer({ ...parts, model: { ...model, judge } });
  };
  return [
    { name: 'everything', recognize: composeRecognizer(parts) },
    { name: 'cues and rules alone', recognize: (text, of) => rules.movesByRules(rules.analyse(text, of)) },
    { name: 'cues alone, without rules', recognize: (text, of) => byCuesAlone(rules.analyse(text, of)) },
    { name: 'without rules', recognize: composeRecognizer({ ...parts, byRules: byCuesAlone }) },
    { name: 'without the judge', recognize: composeWithoutJudge(parts) },
    { name: 'without own thresholds', recognize: withThresholds(() => 0) },
    { name: 'sooner named', recognize: withThresholds((threshold) => threshold - SOONER) },
    { name: 'later named', recognize: withThresholds((threshold) => threshold + SOONER) },
    { name: 'without spelling repair', recognize: composeRecognizer({ ...parts, rules: unrepaired }) },
  ];
}

/** From how much it is learned, and with which sorts of features; `cues`: with what cues and rules find. */
export interface Learning {
  readonly name: string;
  readonly share: number;
  readonly sorts: readonly FeatureSort[];
  readonly cues: boolean;
}

const EIGHTH: Learning = { name: 'an eighth of the examples', share: 0.125, sorts: FEATURE_SORTS, cues: true };

/** Fewer and fewer examples; then a part left out on an eighth of them, to be held against that eighth. */
export const LEARNINGS: readonly Learning[] = [
  { ...EIGHTH, name: 'a quarter of the examples', share: 0.25 },
  EIGHTH,
  { ...EIGHTH, name: 'a sixteenth of the examples', share: 0.0625 },
  { ...EIGHTH, name: 'an eighth, words alone', cues: false },
  { ...EIGHTH, name: 'an eighth, no pairs of words', sorts: without('pairs') },
  { ...EIGHTH, name: 'an eighth, no pieces of words', sorts: without('pieces') },
  { ...EIGHTH, name: 'an eighth, no whole words, no stems', sorts: without('words', 'stems') },
];

/** Learns as `npm run learn` does, with something left out. */
export function learnWithout(
  lexicon: CueLexicon,
  locale: Locale,
  lessons: Lessons,
  { sorts, cues }: Pick<Learning, 'sorts' | 'cues'>,
): Recognize {
  const plain = createRecognizer(lexicon);
  const sights = createSights(lexicon.locales[locale].words, sorts);
  const byRules: LanguageRecognizer['movesByRules'] = cues ? plain.movesByRules : () => [];
  const model = learnMoveModel(lessons, locale, { analyse: plain.analyse, movesByRules: byRules }, sights);
  const rules = createRecognizer(lexicon, { [locale]: model });
  return composeRecognizer({ rules, byRules, model, sights });
}

function without(...sorts: readonly FeatureSort[]): readonly FeatureSort[] {
  return FEATURE_SORTS.filter((sort) => !sorts.includes(sort));
}
