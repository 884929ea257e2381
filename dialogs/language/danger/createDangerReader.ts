import type { Danger, DangerEntry, DangerWords } from '../../../content/schema/danger.ts';
import { createTypoCorrector } from '../correctTypos.ts';
import type { Program } from '../pattern/compilePatterns.ts';
import { createField } from '../pattern/createField.ts';
import { type Match, matchAt, setBit, startsOf, type WordField } from '../pattern/matchPatterns.ts';
import { createTerminals } from '../pattern/terminals.ts';
import type { WordKeys } from '../pattern/wordKeys.ts';
import { remember } from '../remember.ts';
import type { Token } from '../token.ts';
import type { CompiledDanger } from './compileDanger.ts';

/** Words of danger where they stand: from the first word up to, not including, the word at `to`. */
export interface DangerMatch {
  readonly kind: Danger;
  readonly why: string;
  readonly match: Match;
}

/** Finds what tells of danger among the words of a message, in one language. */
export type DangerReader = (tokens: readonly Token[]) => readonly DangerMatch[];

/** Ordinary words lie close to those of danger, so only long ones are put right. */
const FORGIVEN = { from: 6, wrongLetterFrom: 8 };
const STOP = /[.!?…;\n]/;
const PAUSE = /[,:()"“”«»–—]|\s-+\s/;

/** What the words of a language are, apart from danger. */
export interface OrdinaryWords {
  readonly keys: WordKeys;
  /** Words that are no slips of the finger. */
  readonly known: ReadonlySet<string>;
  /** First names, folded. */
  readonly names: ReadonlySet<string>;
}

/** A reader of one language; `compiled`: its words of danger, compiled. */
export function createDangerReader(
  words: DangerWords,
  compiled: CompiledDanger,
  { keys, known, names }: OrdinaryWords,
): DangerReader {
  const terminals = createTerminals(compiled.terminals);
  const negation = new Set(words.negation);
  const dangers = words.dangers.map((entry, at) => ({ entry, programs: compiled.dangers[at] }));
  const correct = createTypoCorrector(wordsIn(words), FORGIVEN);
  const terminalsOf = remember((form: string): readonly number[] => {
    const found = terminals.holding(form, keys.ofSpoken(form));
    if (found.length > 0 || known.has(form) || form.startsWith('@')) return found;
    const meant = correct(form);
    return meant ? terminals.holding(meant, keys.ofSpoken(meant)) : [];
  });

  return (tokens) => {
    const field = createField({ count: terminals.count, terminalsOf }, tokens, kindsOf(tokens, names));
    const sentences = sentencesOf(tokens, field);
    let looksAlike: readonly Match[] | undefined;
    const isHarmless = (match: Match) => {
      looksAlike ??= sentences.flatMap((sentence) => matchesOf(compiled.lookAlikes, field, sentence));
      return looksAlike.some((other) => other.from < match.to && match.from < other.to);
    };
    return dangers.flatMap(({ entry, programs }) => {
      if (!programs) return [];
      const { say, with: needed, without } = programs;
      const match = sentences
        .flatMap((sentence) => {
          const found = matchesOf(say, field, sentence);
          return found.length > 0 && !stands(without, field, sentence) ? found : [];
        })
        .find((found) => !isDenied(entry, found, tokens) && !isHarmless(found));
      const isComplete = match && (!needed || sentences.some((sentence) => stands(needed, field, sentence)));
      return isComplete ? [{ kind: entry.kind, why: entry.why, match }] : [];
    });
  };

  function isDenied({ negated }: DangerEntry, { from, to }: Match, tokens: readonly Token[]): boolean {
    return !negated && tokens.slice(Math.max(0, from - 1), to).some(({ form }) => negation.has(form));
  }
}

function matchesOf(programs: readonly Program[], field: WordField, { from, to }: Match): readonly Match[] {
  const matches: Match[] = [];
  for (const program of programs) {
    for (const start of startsOf(program, field)) {
      if (start < from || start >= to) continue;
      const end = matchAt(program, field, start, to);
      if (end > start) matches.push({ from: start, to: end });
    }
  }
  return matches;
}

function stands(programs: readonly Program[], field: WordField, sentence: Match): boolean {
  return programs.some((program) => matchesOf([program], field, sentence).length > 0);
}

/** Sentences by their marks alone; `^` and `$` in a pattern stand for the ends of these and of the parts between commas. */
function sentencesOf(tokens: readonly Token[], field: WordField): readonly Match[] {
  const sentences: Match[] = [];
  let from = 0;
  setBit(field.clauseStarts, 0);
  for (let word = 1; word <= tokens.length; word += 1) {
    const gap = tokens[word]?.gap ?? '.';
    const isStop = STOP.test(gap);
    if (!isStop && !PAUSE.test(gap)) continue;
    setBit(field.clauseEnds, word);
    setBit(field.clauseStarts, word);
    if (!isStop) continue;
    sentences.push({ from, to: word });
    from = word;
  }
  return sentences;
}

/** First names, and what is written like one inside a sentence. */
function kindsOf(tokens: readonly Token[], names: ReadonlySet<string>): readonly ('name' | undefined)[] {
  return tokens.map(({ form, capital, gap }, word) => {
    const isWrittenSo = capital === 'first' && word > 0 && !STOP.test(gap);
    return isWrittenSo || names.has(form) ? 'name' : undefined;
  });
}

/** All words that the patterns ask for; those that are asked for by their beginning are left out. */
function wordsIn({ lists, dangers, lookAlikes }: DangerWords): readonly string[] {
  const patterns = [...Object.values(lists).flat(), ...[...dangers, ...lookAlikes].flatMap(({ say }) => say)];
  return patterns.flatMap((pattern) => pattern.replace(/<[^>]*>|\S*\*/g, ' ').match(/\p{L}+/gu) ?? []);
}
