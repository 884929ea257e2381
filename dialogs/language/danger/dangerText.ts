import type { DangerWords } from '../../../content/schema/danger.ts';
import { createTypoCorrector } from '../correctTypos.ts';
import { createField } from '../pattern/createField.ts';
import { type Match, setBit, type WordField } from '../pattern/matchPatterns.ts';
import { createTerminals } from '../pattern/terminals.ts';
import type { WordKeys } from '../pattern/wordKeys.ts';
import { remember } from '../remember.ts';
import type { Token } from '../token.ts';
import { wordsInPattern } from '../wordsInPattern.ts';
import type { CompiledDanger } from './compileDanger.ts';

/** A message as the patterns of danger see it, in one language. */
export interface DangerText {
  readonly tokens: readonly Token[];
  /** Beside each word: a first name, or what is written like one. */
  readonly kinds: readonly ('name' | undefined)[];
  readonly field: WordField;
  readonly sentences: readonly Match[];
}

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

/** Makes ready what the patterns look at; slips of the finger in a word of danger are put right. */
export function createDangerTexts(
  words: DangerWords,
  compiled: CompiledDanger,
  { keys, known, names }: OrdinaryWords,
): (tokens: readonly Token[]) => DangerText {
  const terminals = createTerminals(compiled.terminals);
  const correct = createTypoCorrector(wordsIn(words), FORGIVEN);
  const terminalsOf = remember((form: string): readonly number[] => {
    const found = terminals.holding(form, keys.ofSpoken(form));
    if (found.length > 0 || known.has(form) || form.startsWith('@')) return found;
    const meant = correct(form);
    return meant ? terminals.holding(meant, keys.ofSpoken(meant)) : [];
  });

  return (tokens) => {
    const kinds = kindsOf(tokens, names);
    const field = createField({ count: terminals.count, terminalsOf }, tokens, kinds);
    return { tokens, kinds, field, sentences: sentencesOf(tokens, field) };
  };
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
  return patterns.flatMap(wordsInPattern);
}
