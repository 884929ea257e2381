import type { Path } from '../lineFinder.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { allLines } from './linesOf.ts';

/** Lines may name {child} and {parent}, tips {child}; all other texts are shown as they stand. */
export const slotsAreKnown: ContentCheck = {
  id: 'slots-are-known',
  why: 'The teacher would read the braces.',
  run: (files) => [
    ...allLines(files).flatMap(({ in: file, at, line }) => unknownSlots(file, at, line, ['child', 'parent'])),
    ...files.tips.flatMap((tip) => [
      ...unknownSlots(tip, ['say'], tip.data.say, ['child']),
      ...(['name', 'what', 'why', 'avoid', 'example', 'origin'] as const).flatMap((key) =>
        unknownSlots(tip, [key], tip.data[key], []),
      ),
    ]),
    ...files.toolbox.flatMap((tool) => unknownSlots(tool, [], tool.data, [])),
    ...files.scenarios.flatMap(({ scenario }) => unknownSlots(scenario, [], scenario.data, [])),
  ],
};

function unknownSlots(file: Finding['in'], at: Path, value: unknown, known: readonly string[]): readonly Finding[] {
  if (typeof value === 'string') return inText(file, at, value, known);
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? (index: string) => Number(index) : (key: string) => key;
  return Object.entries(value).flatMap(([key, part]) => unknownSlots(file, [...at, keys(key)], part, known));
}

function inText(file: Finding['in'], at: Path, text: string, known: readonly string[]): readonly Finding[] {
  const allowed =
    known.length === 0
      ? 'none is filled in here; write it out.'
      : `use ${known.map((slot) => `{${slot}}`).join(' or ')}.`;
  return [...text.matchAll(/\{([^{}]*)\}/g)]
    .filter(([, slot = '']) => !known.includes(slot))
    .map(([written]) => ({ in: file, at, message: `Nothing fills in ${written}.`, fix: allowed }));
}
