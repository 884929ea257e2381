import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Reading, RecognizedMove } from '../engine/reading.ts';
import type { Reader } from '../ports.ts';
import type { Analysis, Sentence } from './analysis.ts';
import { type LanguageRecognizer, LONGEST_UTTERANCE } from './createRecognizer.ts';
import { type AboutMatcher, createAboutMatcher } from './reading/aboutMatcher.ts';
import { addressedVoices } from './reading/addressedVoices.ts';
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
    const inLocale = (topics: Scenario['concerns'] | Scenario['facts'], locale: Locale) =>
      createAboutMatcher(topics, locale, grammars[locale], grammars.contractions);
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
      const touches = concerns.length + facts.length > 0;
      const signs = signsIn(analysis, found);
      const kind = utteranceKind(analysis, grammars, { moves: found.length + signs.length, asks, touches });
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

function asksIn({ clauses }: Analysis, moves: readonly RecognizedMove[]): boolean {
  return clauses.some(({ question }) => question !== null) || moves.some(({ move }) => move === 'ask-open-question');
}

/** What the questions are about; when they hold no word of it themselves, what stands around them. */
function askedAbout(matchers: ScenarioMatchers['facts'], analysis: Analysis): readonly string[] {
  const asking = analysis.sentences.filter((_, index) =>
    analysis.clauses.some(({ sentence, question }) => sentence === index && question !== null),
  );
  const asked = touched(matchers, asking, analysis);
  return asked.length > 0 ? asked : touched(matchers, analysis.sentences, analysis);
}

function touched(
  matchers: Readonly<Record<Locale, AboutMatcher>>,
  sentences: readonly Sentence[],
  { tokens }: Analysis,
): readonly string[] {
  const locale = sentences[0]?.locale;
  if (!locale) return [];
  const words = (of: Locale) =>
    sentences.filter((sentence) => sentence.locale === of).flatMap(({ from, to }) => tokens.slice(from, to));
  const other: Locale = locale === 'nl' ? 'en' : 'nl';
  return [...new Set([...matchers[locale](words(locale)), ...matchers[other](words(other))])];
}

function namesFeeling({ sentences, viewOf }: Analysis): boolean {
  return sentences.some(({ from, to, locale }) => viewOf(locale).phrases.first('feeling', from, to) !== undefined);
}
