import type { Path } from '../lineFinder.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { allLines } from './linesOf.ts';

/** Up to here two languages may happen to say the same, as in "Sam? Oké, super." */
const CHANCE_WORDS = 5;

/** No longer text is the same in Dutch and English. */
export const languagesDiffer: ContentCheck = {
  id: 'languages-differ',
  why: 'One of the two was never written, and half of the teachers would read the other language.',
  run: (files) => [
    ...allLines(files).flatMap(({ in: file, at, line }) => sameIn(file, at, line)),
    ...[...files.tips, ...files.toolbox].flatMap((content) => sameIn(content, [], content.data)),
    ...files.scenarios.flatMap(({ scenario }) => sameIn(scenario, [], scenario.data)),
  ],
};

function sameIn(file: Finding['in'], at: Path, value: unknown): readonly Finding[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nl' in value && 'en' in value && typeof value.nl === 'string') {
    if (value.nl !== value.en || value.nl.split(/\s+/).length <= CHANCE_WORDS) return [];
    return [
      { in: file, at: [...at, 'en'], message: 'The English text is the Dutch one.', fix: 'write it in English.' },
    ];
  }
  const keys = Array.isArray(value) ? (index: string) => Number(index) : (key: string) => key;
  return Object.entries(value).flatMap(([key, part]) => sameIn(file, [...at, keys(key)], part));
}
