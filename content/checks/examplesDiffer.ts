import type { Example } from '../schema/example.ts';
import { LOCALES } from '../schema/locale.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { placeOf, wordsOf } from './examplesOf.ts';

/** From this share of runs of three words in common (Jaccard) two turns count as one. */
const ALIKE = 0.5;
const RUN = 3;

/** No two turns of one language are nearly the same. */
export const examplesDiffer: ContentCheck = {
  id: 'examples-differ',
  why: 'The recognizer would learn the sentence by heart, and not how people talk.',
  run: (_, { examples, known }) =>
    LOCALES.flatMap((locale) => nearlyTheSame([...known, ...examples].filter((one) => one.locale === locale))),
};

/** Looks up which earlier turns share a run of words, so that only those are compared. */
function nearlyTheSame(turns: readonly Example[]): readonly Finding[] {
  const runs = turns.map(({ text }) => runsOf(text));
  const holders = new Map<string, number[]>();
  return turns.flatMap((turn, index) => {
    const own = runs[index] ?? new Set();
    const shared = new Map<number, number>();
    for (const run of own) {
      const earlier = holders.get(run) ?? [];
      for (const other of earlier) shared.set(other, (shared.get(other) ?? 0) + 1);
      earlier.push(index);
      holders.set(run, earlier);
    }
    const twin = [...shared].find(([other, both]) => both / (own.size + (runs[other]?.size ?? 0) - both) >= ALIKE);
    const first = twin && turns[twin[0]];
    if (!first) return [];
    const message = `“${turn.text}” is nearly the same as “${first.text}” (${first.file}:${first.line}).`;
    return [{ ...placeOf(turn), message, fix: 'say it in other words, or take one out.' }];
  });
}

function runsOf(text: string): ReadonlySet<string> {
  const words = ['^', ...wordsOf(text), '$'];
  return new Set(words.slice(0, 1 - RUN).map((_, at) => words.slice(at, at + RUN).join(' ')));
}
