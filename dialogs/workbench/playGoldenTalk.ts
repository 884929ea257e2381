import type { RehearsalFile } from '../../content/schema/rehearsal.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import { startRehearsal } from '../engine/startRehearsal.ts';
import { transition } from '../engine/transition.ts';
import type { Reader } from '../ports.ts';
import { stateOf } from './teachers.ts';

/** Something that went otherwise than the author of a golden talk expects. */
export interface Difference {
  /** Place of the sentence in the talk, from 0; null for the outcome. */
  readonly sentence: number | null;
  /** In words, as in `"Ach." shows minimise, not appreciate`. */
  readonly what: string;
}

/** Plays a golden talk through the reader and says where it differs from what its author expects. */
export function playGoldenTalk(scenario: Scenario, golden: RehearsalFile, reader: Reader): readonly Difference[] {
  const { locale, seed, talk, outcome } = golden;
  let [rehearsal] = startRehearsal(scenario, { seed, locale });
  const differences: Difference[] = [];
  for (const [sentence, { say, expect }] of talk.entries()) {
    const before = rehearsal;
    const reading = reader.read(say, scenario, locale);
    [rehearsal] = transition(scenario, before, { type: 'teacher-spoke', reading });
    for (const what of expect ? unexpected(expect, before, rehearsal) : [])
      differences.push({ sentence, what: `"${say}" ${what}` });
  }
  const { tension, trust } = stateOf(rehearsal);
  const ends = outcome?.ends ?? rehearsal.ended;
  return [
    ...differences,
    ...[outside('tension', tension, outcome?.tension), outside('trust', trust, outcome?.trust)]
      .flat()
      .map((what) => ({ sentence: null, what })),
    ...(ends === rehearsal.ended ? [] : [{ sentence: null, what: `it ends "${rehearsal.ended}", not "${ends}"` }]),
  ];
}

type Expectation = NonNullable<RehearsalFile['talk'][number]['expect']>;

function unexpected(expect: Expectation, before: Rehearsal, after: Rehearsal): readonly string[] {
  const turn = after.turns.at(-1);
  if (turn === undefined || after.turns.length === before.turns.length) return [];
  const found = turn.reading.moves.map(({ move }) => move);
  const missing = (expect.moves ?? []).filter((move) => !found.includes(move));
  const change = stateOf(after).tension - stateOf(before).tension;
  const direction = change === 0 ? 'steady' : change < 0 ? 'falls' : 'rises';
  return [
    ...(missing.length > 0 ? [`does not show ${missing.join(', ')} but ${found.join(', ') || 'no move'}`] : []),
    ...(expect.moves?.length === 0 && found.length > 0 ? [`shows ${found.join(', ')}`] : []),
    ...(expect.tension && direction !== expect.tension ? [`changes tension by ${change}`] : []),
    ...(expect.reply && turn.reply.lines.length === 0 ? ['gets no reply'] : []),
    ...(expect.ends && after.ended !== expect.ends ? [`does not end the talk "${expect.ends}"`] : []),
  ];
}

function outside(name: string, value: number, bounds: { min?: number; max?: number } = {}): readonly string[] {
  const { min = 0, max = 100 } = bounds;
  return value < min || value > max ? [`${name} ends at ${value}, outside ${min} to ${max}`] : [];
}
