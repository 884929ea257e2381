import { applyEdits, type Edit, type MarkedTurn } from './applyEdits.ts';

const LETTER = /\p{L}/u;
const SLIPS = ['left out', 'doubled', 'swapped', 'wrong'] as const;

/**
 * Slips of the finger in `share` of the letters: left out, doubled, swapped with the letter after it, or another letter in its
 * place. Each slip is decided by the text alone: the same text gives the same slips.
 */
export function slipLetters(turn: MarkedTurn, share: number): MarkedTurn {
  const chance = chancesFor(turn.text);
  const edits: Edit[] = [];
  for (let at = 0; at < turn.text.length; at += 1) {
    const letter = turn.text[at] ?? '';
    if (!LETTER.test(letter) || chance() >= share) continue;
    const slip = slipAt(turn.text, at, chance);
    edits.push(slip);
    at = slip.end - 1;
  }
  return applyEdits(turn, edits);
}

function slipAt(text: string, at: number, chance: () => number): Edit {
  const letter = text[at] ?? '';
  const next = text[at + 1] ?? '';
  const swaps = LETTER.test(next) && next !== letter;
  const kind = SLIPS[Math.floor(chance() * SLIPS.length)];
  if (kind === 'left out') return { start: at, end: at + 1, text: '' };
  if (kind === 'doubled') return { start: at, end: at + 1, text: letter + letter };
  if (kind === 'swapped' && swaps) return { start: at, end: at + 2, text: next + letter };
  return { start: at, end: at + 1, text: otherLetter(letter, chance) };
}

function otherLetter(letter: string, chance: () => number): string {
  const place = letter.toLowerCase().charCodeAt(0) - 97;
  const other = String.fromCharCode(97 + ((((place + 1 + Math.floor(chance() * 25)) % 26) + 26) % 26));
  return letter === letter.toLowerCase() ? other : other.toUpperCase();
}

/** Numbers from 0 to 1 (mulberry32), begun from a text. */
export function chancesFor(text: string): () => number {
  let state = 7;
  for (let at = 0; at < text.length; at += 1) state = (Math.imul(state, 31) + text.charCodeAt(at)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
