import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Content } from '../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { type Question, SOMETHING_ELSE } from '../../content/schema/topic.ts';
import { createFinder, type Finder } from '../../dialogs/finding/createFinder.ts';
import { entriesOf } from '../../dialogs/finding/entriesOf.ts';
import { createSearchVoter } from '../../dialogs/finding/searchVoter.ts';
import { VOTED_TOPICS } from '../../dialogs/finding/votedTopics.ts';
import { questionWords } from '../../dialogs/language/choosing/questionWords.ts';
import { percentile } from '../bench/figures.ts';

/** How well questions find their topic. Shares are from 0 to 1. */
export interface FindingScore {
  readonly locale: Locale;
  readonly by: 'product' | 'search over the bare texts' | 'search over texts and questions';
  readonly questions: number;
  readonly first: number;
  readonly amongThree: number;
  /** Of what nothing here answers: said so. Null where the way of finding cannot say it. */
  readonly saidNothing: number | null;
  /** Of the questions that have an answer: waved away. */
  readonly wavedAway: number | null;
  /** Of the answers given without asking: right. */
  readonly rightWhenSure: number | null;
  /** Milliseconds for one question, the index being there. */
  readonly p50: number;
  readonly p99: number;
}

/** The blind questions in `<folder>/<locale>.txt`, one on a line: topic, tab, question. */
export function readBlindQuestions(folder: string): Readonly<Record<Locale, readonly Question[]>> {
  const questions: Record<Locale, readonly Question[]> = { nl: [], en: [] };
  for (const file of globSync('*.txt', { cwd: folder })) {
    const locale = LOCALES.find((known) => known === basename(file, '.txt'));
    if (locale) questions[locale] = parse(readFileSync(join(folder, file), 'utf8'), file);
  }
  return questions;
}

function parse(text: string, file: string): readonly Question[] {
  return text
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => {
      const [named, question] = line.split('\t');
      const topic = VOTED_TOPICS.find((known) => known === named);
      if (!topic || !question) throw new Error(`${file}: “${line}” is no topic, tab, question.`);
      return { topic, text: question };
    });
}

/** The product and two simpler ways beside it, on the same questions. */
export function measureFinding(
  content: Content,
  blind: Readonly<Record<Locale, readonly Question[]>>,
): readonly FindingScore[] {
  const finder = createFinder(content);
  return LOCALES.flatMap((locale) => {
    const bare = searchAlone(content, locale, (kind) => kind === 'sentence');
    const both = searchAlone(content, locale, () => true);
    return [
      score(blind[locale], locale, 'product', finder),
      { ...score(blind[locale], locale, 'search over texts and questions', both), ...CANNOT_SAY },
      { ...score(blind[locale], locale, 'search over the bare texts', bare), ...CANNOT_SAY },
    ];
  });
}

const CANNOT_SAY = { saidNothing: null, wavedAway: null, rightWhenSure: null };

function searchAlone(content: Content, locale: Locale, takes: (kind: 'question' | 'sentence') => boolean): Finder {
  const vote = createSearchVoter(
    entriesOf(content, locale).filter(({ kind }) => takes(kind)),
    locale,
  );
  return (question) => {
    const votes = vote(questionWords(question));
    const topics = VOTED_TOPICS.flatMap((topic, at) =>
      topic === SOMETHING_ELSE ? [] : [{ topic, score: votes[at] ?? 0 }],
    );
    return { certainty: 'sure', topics: topics.sort((a, b) => b.score - a.score), language: locale };
  };
}

function score(questions: readonly Question[], locale: Locale, by: FindingScore['by'], find: Finder): FindingScore {
  find('', locale);
  const asked = questions.map(({ topic, text }) => {
    const from = performance.now();
    const { certainty, topics } = find(text, locale);
    const ms = performance.now() - from;
    return { topic, certainty, place: topics.findIndex((found) => found.topic === topic), ms };
  });
  const ours = asked.filter(({ topic }) => topic !== SOMETHING_ELSE);
  const others = asked.filter(({ topic }) => topic === SOMETHING_ELSE);
  const sure = asked.filter(({ certainty }) => certainty === 'sure');
  const times = asked.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    locale,
    by,
    questions: ours.length,
    first: share(ours, ({ place }) => place === 0),
    amongThree: share(ours, ({ place }) => place < 3),
    saidNothing: share(others, ({ certainty }) => certainty === 'nothing'),
    wavedAway: share(ours, ({ certainty }) => certainty === 'nothing'),
    rightWhenSure: share(sure, ({ place }) => place === 0),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

function share<T>(items: readonly T[], is: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(is).length / items.length;
}

/** The scores as a table for a terminal. */
export function printFinding(scores: readonly FindingScore[]): string {
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2)).padStart(8);
  const head = `${'questions find their topic'.padEnd(46)}   first  three nothing  waved    sure  p50 ms  p99 ms`;
  const lines = scores.map(
    ({ locale, by, questions, first, amongThree, saidNothing, wavedAway, rightWhenSure, p50, p99 }) =>
      [
        `  ${locale} ${by}, ${questions}`.padEnd(46),
        ...[first, amongThree, saidNothing, wavedAway, rightWhenSure, p50, p99].map(figure),
      ].join(''),
  );
  return `${[head, ...lines, ''].join('\n')}\n`;
}
