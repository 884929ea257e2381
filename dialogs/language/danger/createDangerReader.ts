import type { Danger, DangerEntry, DangerWords } from '../../../content/schema/danger.ts';
import type { Program } from '../pattern/compilePatterns.ts';
import { type Match, matchAt, startsOf, type WordField } from '../pattern/matchPatterns.ts';
import type { Token } from '../token.ts';
import type { CompiledDanger } from './compileDanger.ts';
import type { DangerText } from './dangerText.ts';

/** Words of danger where they stand: from the first word up to, not including, the word at `to`. */
export interface DangerMatch {
  readonly kind: Danger;
  readonly why: string;
  readonly match: Match;
}

/** Finds what tells of danger among the words of a message, in one language. */
export type DangerReader = (text: DangerText) => readonly DangerMatch[];

/** A reader of one language by its patterns; `compiled`: its words of danger, compiled. */
export function createDangerReader(words: DangerWords, compiled: CompiledDanger): DangerReader {
  const negation = new Set(words.negation);
  const dangers = words.dangers.map((entry, at) => ({ entry, programs: compiled.dangers[at] }));

  return ({ tokens, field, sentences }) => {
    let looksAlike: readonly Match[] | undefined;
    /** Whether these words belong to an expression that only sounds like danger. */
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

/** Where any of the programs matches between two words. */
export function matchesOf(programs: readonly Program[], field: WordField, { from, to }: Match): readonly Match[] {
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
