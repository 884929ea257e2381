import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { loadContent } from '../../content/load.ts';
import { type RehearsalFile, rehearsalFileSchema } from '../../content/schema/rehearsal.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Rehearsal } from '../../dialogs/engine/rehearsal.ts';
import { startRehearsal } from '../../dialogs/engine/startRehearsal.ts';
import { transition } from '../../dialogs/engine/transition.ts';
import { createLanguage } from '../../dialogs/language/createLanguage.ts';

const content = loadContent();
const { reader } = createLanguage(content);
const folder = join(import.meta.dirname, '../../content/scenarios');

describe.each(content.scenarios.map((scenario) => [scenario.id, scenario] as const))(
  'golden talks of %s',
  (id, scenario) => {
    const files = readdirSync(join(folder, id, 'rehearsals')).sort();

    it('are a good, a poor and a mixed one in each language', () => {
      const expected = ['good', 'mixed', 'poor'].flatMap((kind) => [`${kind}.en.yaml`, `${kind}.nl.yaml`]);

      expect(files).toEqual(expected);
    });

    it.each(files)('%s goes as its author says', (file) => {
      const golden = rehearsalFileSchema.parse(parse(readFileSync(join(folder, id, 'rehearsals', file), 'utf8')));

      expect(differences(scenario, golden)).toEqual([]);
    });

    it.each(['nl', 'en'])('leave the poor one at least fifteen hotter than the good one (%s)', (locale) => {
      const [good, poor] = ['good', 'poor'].map((kind) => {
        const text = readFileSync(join(folder, id, 'rehearsals', `${kind}.${locale}.yaml`), 'utf8');
        return tensionOf(played(scenario, rehearsalFileSchema.parse(parse(text))).at(-1));
      });

      expect((poor ?? 0) - (good ?? 0)).toBeGreaterThanOrEqual(15);
    });
  },
);

/** The rehearsal at the start and after each sentence. */
function played(scenario: Scenario, { locale, seed, talk }: RehearsalFile): readonly Rehearsal[] {
  const [start] = startRehearsal(scenario, { seed, locale });
  const all = [start];
  for (const { say } of talk) {
    const before = all.at(-1) ?? start;
    const reading = reader.read(say, scenario, locale);
    all.push(transition(scenario, before, { type: 'teacher-spoke', reading })[0]);
  }
  return all;
}

/** What went otherwise than the author expects, in words. */
function differences(scenario: Scenario, golden: RehearsalFile): readonly string[] {
  const states = played(scenario, golden);
  const turns = golden.talk.flatMap(({ say, expect: expected }, index) => {
    const before = states[index];
    const after = states[index + 1];
    const turn = after?.turns[index];
    if (!expected || !turn) return [];

    const found = turn.reading.moves.map(({ move }) => move);
    const missing = (expected.moves ?? []).filter((move) => !found.includes(move));
    const change = tensionOf(after) - tensionOf(before);
    return [
      ...(missing.length > 0 ? [`"${say}" does not show ${missing.join(', ')} but ${found.join(', ')}`] : []),
      ...(expected.moves?.length === 0 && found.length > 0 ? [`"${say}" shows ${found.join(', ')}`] : []),
      ...(expected.tension && direction(change) !== expected.tension ? [`"${say}" moves tension by ${change}`] : []),
      ...(expected.reply === 'nonempty' && !turn.reply.text ? [`"${say}" gets no reply`] : []),
      ...(expected.ends && after.ended !== expected.ends ? [`"${say}" ends as ${after.ended}`] : []),
    ];
  });
  return [...turns, ...outcomeDifferences(golden, states.at(-1))];
}

function outcomeDifferences({ outcome }: RehearsalFile, last: Rehearsal | undefined): readonly string[] {
  const state = last?.turns.at(-1)?.state;
  if (!outcome || !state) return [];
  const outside = (value: number, range: { min?: number | undefined; max?: number | undefined } | undefined) =>
    value < (range?.min ?? 0) || value > (range?.max ?? 100);
  return [
    ...(outside(state.tension, outcome.tension) ? [`tension ends at ${state.tension}`] : []),
    ...(outside(state.trust, outcome.trust) ? [`trust ends at ${state.trust}`] : []),
    ...(outcome.ends && last?.ended !== outcome.ends ? [`the talk ends as ${last?.ended}`] : []),
  ];
}

function direction(change: number): 'falls' | 'rises' | 'steady' {
  if (change === 0) return 'steady';
  return change < 0 ? 'falls' : 'rises';
}

function tensionOf(rehearsal: Rehearsal | undefined): number {
  return rehearsal?.turns.at(-1)?.state.tension ?? rehearsal?.start.tension ?? Number.NaN;
}
