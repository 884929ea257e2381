import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { makeDebrief } from '../engine/makeDebrief.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import { holdTalk } from './holdTalk.ts';
import { stateOf, TEACHER_NAMES, type TeacherName, teachers } from './teachers.ts';
import type { Voice } from './voice.ts';

/** In what way the parent takes in a simulated teacher: by what was meant, or by what the reader makes of the words. */
export type VoiceName = 'meant' | 'spoken';

/** One talk of a simulated teacher. */
export interface PlayedTalk {
  readonly scenario: string;
  readonly teacher: TeacherName;
  readonly voice: VoiceName;
  readonly locale: Locale;
  readonly seed: number;
  readonly good: boolean;
  readonly rehearsal: Rehearsal;
}

/** Every simulated teacher holds a talk in each voice and language, once per seed. */
export function playTeachers(
  scenario: Scenario,
  voices: Readonly<Record<VoiceName, Voice>>,
  seeds: readonly number[],
): readonly PlayedTalk[] {
  return TEACHER_NAMES.flatMap((teacher) =>
    (['meant', 'spoken'] as const).flatMap((voice) =>
      LOCALES.flatMap((locale) =>
        seeds.map((seed) => {
          const rehearsal = holdTalk(scenario, { teacher: teachers[teacher], voice: voices[voice] }, { seed, locale });
          const { good } = makeDebrief(scenario, rehearsal);
          return { scenario: scenario.id, teacher, voice, locale, seed, good, rehearsal };
        }),
      ),
    ),
  );
}

/** How a talk stands for the parent: trust less tension, from -100 to 100. */
export function standingOf({ rehearsal }: Pick<PlayedTalk, 'rehearsal'>): number {
  const { trust, tension } = stateOf(rehearsal);
  return trust - tension;
}

/** The mean of these numbers; 0 without any. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
