import type { Rehearsal, Try, Turn } from './rehearsal.ts';

/** As many earlier tries as a rehearsal keeps; the oldest goes first. */
const MOST_TRIES = 5;

/** The tries of a rehearsal once it is taken back to just after turn `from`: what came after that is one more try. */
export function keptTries({ tries, turns, start, ended }: Rehearsal, from: number): readonly Try[] {
  const taken = turns.slice(from);
  if (taken.length === 0) return tries;
  const before = turns[from - 1]?.state ?? start;
  const tried: Try = {
    from,
    curve: [before, ...taken.map(({ state }) => state)].map(({ tension, trust }) => ({ tension, trust })),
    quotes: taken.map(({ number, reading }: Turn) => ({ turn: number, quote: reading.utterance })),
    ended,
  };
  return [...tries, tried].slice(-MOST_TRIES);
}
