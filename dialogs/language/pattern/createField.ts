import type { Token } from '../token.ts';
import { emptyBits, setBit, type WordField } from './matchPatterns.ts';

/** What putting words into a field needs to know of them. */
export interface FieldWords {
  /** How many terminals there are. */
  readonly count: number;
  /** The terminals that hold this folded word, or this kind of word (`@child`). */
  terminalsOf(form: string): readonly number[];
}

/** The words as patterns see them, without clauses. `kinds`: beside each word its kind, if it has one. */
export function createField(
  { count, terminalsOf }: FieldWords,
  tokens: readonly Token[],
  kinds: readonly (string | undefined)[],
): WordField {
  const bits: (Uint32Array | undefined)[] = new Array(count);
  const terminals: number[] = [];
  const put = (terminal: number, position: number) => {
    let row = bits[terminal];
    if (!row) {
      row = emptyBits(tokens.length);
      bits[terminal] = row;
      terminals.push(terminal);
    }
    setBit(row, position);
  };
  tokens.forEach(({ form }, position) => {
    const kind = kinds[position];
    for (const terminal of terminalsOf(form)) put(terminal, position);
    if (kind) for (const terminal of terminalsOf(`@${kind}`)) put(terminal, position);
  });
  return {
    length: tokens.length,
    bits,
    terminals: terminals.sort((a, b) => a - b),
    clauseStarts: emptyBits(tokens.length),
    clauseEnds: emptyBits(tokens.length),
  };
}
