import { LOCALES } from '../../content/schema/locale.ts';
import { meanOf, type PlayedTalk, standingOf, type VoiceName } from './playTeachers.ts';
import type { TeacherName } from './teachers.ts';
import type { WorkbenchFinding } from './workbenchFinding.ts';

const VOICES: readonly VoiceName[] = ['meant', 'spoken'];
const NEVER_GOOD: readonly TeacherName[] = ['appeaser', 'parrot', 'lecturer', 'defender', 'avoider'];
const ORDER: readonly (readonly [better: TeacherName, worse: TeacherName])[] = [
  ['expert', 'novice'],
  ['novice', 'random'],
];
/** An expert whose every word is taken as meant always succeeds; in real words once in ten it may go otherwise. */
const EXPERT_SUCCEEDS: Readonly<Record<VoiceName, number>> = { meant: 1, spoken: 0.9 };

/**
 * What the talks of the simulated teachers in one scenario must show, in each voice and language:
 *
 * | gate | holds when |
 * | --- | --- |
 * | expert-beats-novice, novice-beats-random | trust less tension at the end is higher on average |
 * | expert-succeeds | good endings: all when taken as meant, nine in ten in real words |
 * | no-shortcut | appeaser, parrot, lecturer, defender and avoider never reach a good ending |
 */
export function teacherGates(scenario: string, talks: readonly PlayedTalk[]): readonly WorkbenchFinding[] {
  return VOICES.flatMap((voice) =>
    LOCALES.flatMap((locale) => {
      const where = `(${locale}, ${voice === 'meant' ? 'every word taken as meant' : 'real sentences'})`;
      const of = (teacher: TeacherName) =>
        talks.filter((talk) => talk.teacher === teacher && talk.voice === voice && talk.locale === locale);
      const finding = { scenario, about: { kind: 'scenario', id: scenario } } as const;
      return [
        ...ORDER.flatMap(([better, worse]) => {
          const [high, low] = [better, worse].map((name) => Math.round(meanOf(of(name).map(standingOf))));
          if ((high ?? 0) > (low ?? 0)) return [];
          const why = `The ${better} ends at ${high} (trust less tension) and the ${worse} at ${low} ${where}. Skill must pay.`;
          const fix = `play it with "npm run play" and see where the ${better} loses ground: sensitivities, opens, good.`;
          return [{ ...finding, rule: `${better}-beats-${worse}`, why, fix }];
        }),
        ...shortfall(of('expert'), EXPERT_SUCCEEDS[voice]).map(({ talk, good, all }) => ({
          ...finding,
          rule: 'expert-succeeds',
          why: `The expert reaches a good ending in ${good} of ${all} talks ${where}; seed ${talk.seed} ends "${talk.rehearsal.ended}". A teacher who does it all right must get there.`,
          fix: 'look at the concerns still unheard in that talk: words missing from "about" or teacher.yaml, or "good" set too high.',
        })),
        ...NEVER_GOOD.flatMap((name) => {
          const lucky = of(name).find(({ good }) => good);
          if (lucky === undefined) return [];
          const why = `The ${name} reaches a good ending (seed ${lucky.seed}) ${where}. That would teach the wrong thing.`;
          return [
            {
              ...finding,
              rule: 'no-shortcut',
              why,
              fix: 'ask more in "good", or raise the sensitivity to what this teacher does.',
            },
          ];
        }),
      ];
    }),
  );
}

function shortfall(talks: readonly PlayedTalk[], share: number) {
  const failed = talks.find(({ good }) => !good);
  const good = talks.filter((talk) => talk.good).length;
  return failed === undefined || good >= share * talks.length ? [] : [{ talk: failed, good, all: talks.length }];
}
