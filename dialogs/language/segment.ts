import type { RuleList } from '../../content/schema/cue.ts';
import type { Clause, Phrases, Sentence } from './analysis.ts';
import type { Token } from './token.ts';

/** A stretch of words with the mark that ended it. */
export type Stretch = Pick<Sentence, 'from' | 'to' | 'mark'>;
/** A stretch inside a sentence; its opening "en" or "maar" is left out. */
export type ClauseStretch = Pick<Clause, 'from' | 'to' | 'contrast'>;

const STOP = /[.!?…;\n]/;
const DASH = /\s[-–—]+\s|[—–]/;
const FEWEST_BEFORE_RUN_ON = 3;
const FEWEST_AFTER_RUN_ON = 3;

/**
 * Sentences by punctuation and, since many teachers write without it, by the words with which a new sentence
 * starts ("hoe gaat", "kunt u", "ik bel").
 */
export function splitSentences(tokens: readonly Token[], trailing: string, phrases: Phrases): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let hasVerb = false;
  for (let word = 1; word <= tokens.length; word += 1) {
    hasVerb ||= phrases.at('finite', word - 1, word) > 0;
    const gap = word === tokens.length ? trailing : (tokens[word]?.gap ?? '');
    const hard = word === tokens.length || isStop(gap, tokens[word - 1], tokens[word], phrases, word);
    const mayStart = hasVerb || asksAnew(word, tokens.length, phrases);
    if (!hard && !(mayStart && startsAnew(tokens, from, word, phrases))) continue;
    stretches.push({ from, to: word, mark: hard ? markOf(gap) : '' });
    from = word;
    hasVerb = false;
  }
  return stretches;
}

function isStop(gap: string, before: Token | undefined, after: Token | undefined, phrases: Phrases, word: number) {
  if (DASH.test(gap)) return true;
  if (!STOP.test(gap) || !before || !after) return false;
  if (gap.trim() !== '.') return true;

  const inNumber = gap === '.' && /^\d+$/.test(before.form);
  const inShortForm = gap === '.' && before.form.length === 1;
  return !inNumber && !inShortForm && phrases.at('abbreviation', word - 1, word) < 0;
}

function markOf(gap: string): Stretch['mark'] {
  if (gap.includes('?')) return '?';
  if (gap.includes('!')) return '!';
  return STOP.test(gap) ? '.' : '';
}

function startsAnew(tokens: readonly Token[], from: number, word: number, phrases: Phrases): boolean {
  if (word - from < FEWEST_BEFORE_RUN_ON || tokens.length - word < FEWEST_AFTER_RUN_ON) return false;
  if (phrases.at('clause-start', word, tokens.length) < 0 || phrases.at('subordinate', from, word) > 0) return false;

  if (phrases.at('question-word', word, tokens.length) > 0 && !asksAnew(word, tokens.length, phrases)) return false;
  const before = (list: RuleList) => phrases.at(list, word - 1, word) > 0;
  if ((['subordinate', 'embedding', 'question-word', 'joiner', 'but'] as const).some(before)) return false;

  return !before('non-verb') || phrases.at('finite', word, tokens.length) < 0;
}

/** The clauses of one sentence: cut before "maar", before "en" with a verb of its own, and at most commas. */
export function splitClauses(
  { from, to }: Stretch,
  tokens: readonly Token[],
  phrases: Phrases,
): readonly ClauseStretch[] {
  const clauses: ClauseStretch[] = [];
  let start = skipOpeners(from, to, phrases);
  let contrast = opensContrast(from, start, to, phrases);
  for (let word = start + 1; word < to; word += 1) {
    const afterComma = /[,:()"“”«»]/.test(tokens[word]?.gap ?? '');
    if (!cutsHere(start, word, to, afterComma, phrases)) continue;
    clauses.push({ from: start, to: word, contrast });
    start = skipOpeners(word, to, phrases);
    contrast = opensContrast(word, start, to, phrases);
    word = start;
  }
  clauses.push({ from: start, to, contrast });
  return clauses;
}

function cutsHere(start: number, word: number, to: number, afterComma: boolean, phrases: Phrases): boolean {
  if (phrases.at('tag', word, to) === to) return false;
  if (phrases.at('but', word, to) > 0) return afterComma || opensContrary(word + 1, to, phrases);
  if (phrases.at('joiner', word, to) > 0) return word - start >= 2 && opensClause(word + 1, to, phrases);
  if (!afterComma || to - word < 2) return false;
  if (phrases.at('weak-but', word, to) > 0) return true;

  if (asksAnew(word, to, phrases)) return true;
  return phrases.at('subordinate', start, to) < 0 && phrases.at('subordinate', word, to) < 0;
}

/** A question word, its verb and its subject: "hoe gaat het", not "hoe zijn ochtend was". */
function asksAnew(word: number, to: number, phrases: Phrases): boolean {
  const end = phrases.at('question-word', word, to);
  return end > 0 && phrases.at('finite', end, to) > 0 && phrases.at('subject', end + 1, to) > 0;
}

/** After a bare "maar", an adverb alone is not enough: "kom maar morgen" holds no contrast. */
function opensContrary(word: number, to: number, phrases: Phrases): boolean {
  if (phrases.at('non-verb', word, to) > 0)
    return phrases.at('finite', word + 1, to) > 0 || phrases.at('action', word + 1, to) > 0;
  return opensClause(word, to, phrases);
}

function opensClause(word: number, to: number, phrases: Phrases): boolean {
  return (['subject', 'finite', 'question-word', 'non-verb', 'subordinate'] as const).some(
    (list) => phrases.at(list, word, to) > 0,
  );
}

function skipOpeners(word: number, to: number, phrases: Phrases): number {
  let at = word;
  while (at < to - 1 && (phrases.at('but', at, to) > 0 || phrases.at('joiner', at, to) > 0)) at += 1;
  return at;
}

function opensContrast(from: number, start: number, to: number, phrases: Phrases): boolean {
  if (phrases.at('weak-but', start, to) > 0 && to - start > 2) return true;
  for (let word = from; word < start; word += 1) if (phrases.at('but', word, to) > 0) return true;
  return false;
}
