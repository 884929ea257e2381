import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario, Voice } from '../../content/schema/scenario.ts';
import type { Reading, RecognizedMove } from '../engine/reading.ts';
import type { Reader } from '../ports.ts';
import type { Analysis, Clause, Sentence } from './analysis.ts';
import { type LanguageRecognizer, LONGEST_UTTERANCE } from './createRecognizer.ts';
import { foldWord } from './foldWord.ts';
import { type AboutMatcher, createAboutMatcher } from './reading/aboutMatcher.ts';
import { addressedVoices } from './reading/addressedVoices.ts';
import { askingSentences } from './reading/askingSentences.ts';
import { createFactChooser, type FactChooser } from './reading/factChooser.ts';
import { asksInParticular, understandsInOwnWords } from './reading/ownWords.ts';
import { besideHarm, type SignsBetweenVoices, signsBetweenVoices } from './reading/signsBetweenVoices.ts';
import { utteranceKind } from './reading/utteranceKind.ts';
import { signsIn, statementOf, subjectOf } from './reading/whatIsHeard.ts';

interface ScenarioMatchers {
  readonly concerns: Readonly<Record<Locale, AboutMatcher>>;
  readonly facts: Readonly<Record<Locale, AboutMatcher>>;
  readonly between: Readonly<Record<Locale, SignsBetweenVoices>>;
  /** Made at the first question in a language; null where nobody wrote questions. */
  readonly chooser: (locale: Locale) => FactChooser | null;
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
    const between = (locale: Locale) => signsBetweenVoices(grammars[locale].between, scenario.voices ?? []);
    const matchers = {
      concerns: inBoth(scenario.concerns),
      facts: inBoth(scenario.facts),
      between: { nl: between('nl'), en: between('en') },
      chooser: choosersOf(scenario),
    };
    remembered.set(scenario, matchers);
    return matchers;
  }

  return {
    read(spoken, scenario, locale): Reading {
      const utterance = spoken.trim().slice(0, LONGEST_UTTERANCE).trim();
      const analysis = recognizer.analyse(utterance, locale, ownNames(scenario));
      const { concerns: concernsIn, facts: factsIn, between, chooser } = matchersOf(scenario);
      const harm = between[locale](utterance);
      const heard = recognizer.movesIn(analysis);
      const found = harm.length > 0 ? besideHarm(heard) : heard;
      const asks = asksIn(analysis, found);
      const concerns = touched(concernsIn, analysis.sentences, analysis);
      const subject = asks ? subjectOf(analysis) : { topic: null, apart: false };
      const named = touched(factsIn, analysis.sentences, analysis);
      const { asked: facts, near } = asks && !subject.apart ? askedAbout(factsIn, analysis, named, chooser) : NOTHING;
      const touches = concerns.length + named.length > 0;
      const signs = [...harm, ...signsIn(analysis, found)];
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
        ...(near && { near }),
        ...(scenario.voices && { addressed: turnedTo(utterance, scenario.voices, locale, harm.length > 0) }),
        namesFeeling: namesFeeling(analysis),
        ...(isSense && understandsInOwnWords(analysis, found) && { ownWords: true }),
        asks,
        ...(asks && asksInParticular(analysis) && { inParticular: true }),
        topic: subject.topic,
        ...(kind === 'talk' && !asks && plainWords(analysis, found, recognizer)),
        signs: isSense ? signs : [],
        words: new Set(analysis.tokens.map(({ start }) => start)).size,
      };
    },
  };
}

/** Moves less sure than this may not have been made at all. */
const HARDLY = 0.5;

/** What words that ask nothing are about, and where they lean in which no move is sure. */
function plainWords(
  analysis: Analysis,
  found: readonly RecognizedMove[],
  recognizer: LanguageRecognizer,
): Pick<Reading, 'statement' | 'lean'> {
  const lean = found.every(({ confidence }) => confidence < HARDLY) ? recognizer.leanOf(analysis) : undefined;
  return { statement: statementOf(analysis), ...(lean && { lean }) };
}

/** First names that belong to this family: to say one tells nothing about anybody else. */
function ownNames({ child, voices = [] }: Scenario): readonly string[] {
  return [child.name, ...voices.map(({ firstName }) => firstName)];
}

/** Harm that is said of one of them, and to nobody by name, is said to the other. */
function turnedTo(utterance: string, voices: readonly Voice[], locale: Locale, isHarm: boolean): readonly string[] {
  const called = addressedVoices(utterance, voices, locale);
  if (!isHarm || called.length > 0) return called;
  const others = voices.filter(({ firstName }) => !utterance.toLowerCase().includes(firstName.toLowerCase()));
  return others.length < voices.length ? others.map(({ id }) => id) : [];
}

/** Understanding in the form of a question ("that gnaws at you, doesn't it?") is not owed an answer, nor is a cry ("wat een schrik was dat"). */
function asksIn({ clauses, sentences, tokens }: Analysis, moves: readonly RecognizedMove[]): boolean {
  const understood = moves.filter(({ move }) => move === 'show-understanding');
  const isCry = ({ sentence, question }: Clause) => question === 'wh' && sentences[sentence]?.mark !== '?';
  const isUnderstanding = (clause: Clause) =>
    (clause.question === 'tag' || clause.question === 'unmarked' || isCry(clause)) &&
    understood.some(
      ({ start, end }) => start < (tokens[clause.to - 1]?.end ?? 0) && end > (tokens[clause.from]?.start ?? 0),
    );
  const asks = clauses.some((clause) => clause.question !== null && !isUnderstanding(clause));
  return asks || moves.some(({ move }) => move === 'ask-open-question');
}

/** Small talk or something else altogether, as in "lovely weather today". */
function isBesideThePoint(analysis: Analysis): boolean {
  const { topic } = subjectOf(analysis);
  return topic === 'small-talk' || topic === 'aside';
}

/** `near`: what comes closest beside it, where teachers' questions are known. */
interface AskedFacts {
  readonly asked: readonly string[];
  readonly near?: readonly string[];
}

const NOTHING: AskedFacts = { asked: [] };

/**
 * What the questions are about: what words of theirs name, else what is `named` anywhere around them, put in order by
 * how teachers ask for it.
 */
function askedAbout(
  matchers: ScenarioMatchers['facts'],
  analysis: Analysis,
  named: readonly string[],
  chooser: ScenarioMatchers['chooser'],
): AskedFacts {
  const asking = askingSentences(analysis);
  const asked = touched(matchers, asking, analysis);
  const found = asked.length > 0 ? asked : named;
  const choose = chooser((asking[0] ?? analysis.sentences[0])?.locale ?? 'nl');
  return choose === null ? { asked: found } : choose(textOf(asking, analysis), found);
}

/** The words of these sentences as they were said; of all, when there are none. */
function textOf(sentences: readonly Sentence[], { text, tokens }: Analysis): string {
  if (sentences.length === 0) return text;
  return sentences.map(({ from, to }) => text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0)).join(' ');
}

function choosersOf(scenario: Scenario): ScenarioMatchers['chooser'] {
  const { questions } = scenario;
  if (questions === undefined) return () => null;
  const made = new Map<Locale, FactChooser>();
  return (locale) => {
    const chooser = made.get(locale) ?? createFactChooser(scenario, questions, locale);
    made.set(locale, chooser);
    return chooser;
  };
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
