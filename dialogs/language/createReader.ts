import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Reading, RecognizedMove } from '../engine/reading.ts';
import type { Reader } from '../ports.ts';
import type { Analysis, Clause, Sentence } from './analysis.ts';
import { type LanguageRecognizer, LONGEST_UTTERANCE } from './createRecognizer.ts';
import { foldWord } from './foldWord.ts';
import { type AboutMatcher, createAboutMatcher } from './reading/aboutMatcher.ts';
import { addressedVoices } from './reading/addressedVoices.ts';
import { understandsInOwnWords } from './reading/understandsInOwnWords.ts';
import { utteranceKind } from './reading/utteranceKind.ts';
import { signsIn, subjectOf } from './reading/whatIsHeard.ts';

interface ScenarioMatchers {
  readonly concerns: Readonly<Record<Locale, AboutMatcher>>;
  readonly facts: Readonly<Record<Locale, AboutMatcher>>;
}

/** Makes the reader that a rehearsal uses. What it learns from a scenario it keeps as long as the scenario lives. */
export function createReader(recognizer: LanguageRecognizer): Reader {
  const { grammars } = recognizer;
  const remembered = new WeakMap<Scenario, ScenarioMatchers>();

  function matchersOf(scenario: Scenario): ScenarioMatchers {
    const known = remembered.get(scenario);
    if (known) return known;
    const names = new Set(ownNames(scenario).map(foldWord));
    const inLocale = (topics: Scenario['concerns'] | Scenario['facts'], locale: Locale) =>
      createAboutMatcher(topics, locale, grammars[locale], grammars.contractions, names);
    const inBoth = (topics: Scenario['concerns'] | Scenario['facts']) => ({
      nl: inLocale(topics, 'nl'),
      en: inLocale(topics, 'en'),
    });
    const matchers = { concerns: inBoth(scenario.concerns), facts: inBoth(scenario.facts) };
    remembered.set(scenario, matchers);
    return matchers;
  }

  return {
    read(spoken, scenario, locale): Reading {
      const utterance = spoken.trim().slice(0, LONGEST_UTTERANCE).trim();
      const analysis = recognizer.analyse(utterance, locale, ownNames(scenario));
      const found = recognizer.movesIn(analysis);
      const asks = asksIn(analysis, found);
      const { concerns: concernsIn, facts: factsIn } = matchersOf(scenario);
      const concerns = touched(concernsIn, analysis.sentences, analysis);
      const subject = asks ? subjectOf(analysis) : { topic: null, apart: false };
      const facts = asks && !subject.apart ? askedAbout(factsIn, analysis) : [];
      const touches = concerns.length + touched(factsIn, analysis.sentences, analysis).length > 0;
      const signs = signsIn(analysis, found);
      const moves = found.length + signs.length;
      const kind = utteranceKind(analysis, grammars, { moves, asks, touches, aside: () => isBesideThePoint(analysis) });
      const isSense = kind !== 'nonsense' && kind !== 'foreign';
      return {
        utterance,
        locale,
        kind,
        moves: isSense ? found : [],
        concerns,
        facts,
        ...(scenario.voices && { addressed: addressedVoices(utterance, scenario.voices, locale) }),
        namesFeeling: namesFeeling(analysis),
        ...(isSense && understandsInOwnWords(analysis, found) && { ownWords: true }),
        asks,
        topic: subject.topic,
        signs: isSense ? signs : [],
        words: new Set(analysis.tokens.map(({ start }) => start)).size,
      };
    },
  };
}

/** First names that belong to this family: to say one tells nothing about anybody else. */
function ownNames({ child, voices = [] }: Scenario): readonly string[] {
  return [child.name, ...voices.map(({ firstName }) => firstName)];
}

/** Understanding in the form of a question ("that gnaws at you, doesn't it?") is not owed an answer. */
function asksIn({ clauses, tokens }: Analysis, moves: readonly RecognizedMove[]): boolean {
  const understood = moves.filter(({ move }) => move === 'show-understanding');
  const isUnderstanding = ({ from, to, question }: Clause) =>
    (question === 'tag' || question === 'unmarked') &&
    understood.some(({ start, end }) => start < (tokens[to - 1]?.end ?? 0) && end > (tokens[from]?.start ?? 0));
  const asks = clauses.some((clause) => clause.question !== null && !isUnderstanding(clause));
  return asks || moves.some(({ move }) => move === 'ask-open-question');
}

/** Small talk or something else altogether, as in "lovely weather today". */
function isBesideThePoint(analysis: Analysis): boolean {
  const { topic } = subjectOf(analysis);
  return topic === 'small-talk' || topic === 'aside';
}

/** What the questions are about; when they hold no word of it themselves, what stands around them. */
function askedAbout(matchers: ScenarioMatchers['facts'], analysis: Analysis): readonly string[] {
  const asking = analysis.sentences.filter((_, index) =>
    analysis.clauses.some(({ sentence, question }) => sentence === index && question !== null),
  );
  const asked = touched(matchers, asking, analysis);
  return asked.length > 0 ? asked : touched(matchers, analysis.sentences, analysis);
}

/** By the words as written first: a scenario may know a word that looks like a slip of the finger elsewhere. */
function touched(
  matchers: Readonly<Record<Locale, AboutMatcher>>,
  sentences: readonly Sentence[],
  { tokens, written }: Analysis,
): readonly string[] {
  const locale = sentences[0]?.locale;
  if (!locale) return [];
  const wordsIn = (said: typeof tokens, of: Locale) =>
    sentences.filter((sentence) => sentence.locale === of).flatMap(({ from, to }) => said.slice(from, to));
  const other: Locale = locale === 'nl' ? 'en' : 'nl';
  const found = [written, tokens].flatMap((said) => [
    ...matchers[locale](wordsIn(said, locale)),
    ...matchers[other](wordsIn(said, other)),
  ]);
  return [...new Set(found)];
}

function namesFeeling({ sentences, viewOf }: Analysis): boolean {
  return sentences.some(({ from, to, locale }) => viewOf(locale).phrases.first('feeling', from, to) !== undefined);
}
