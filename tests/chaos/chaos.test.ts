import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../freePort.ts';
import { inTrouble } from './inTrouble.ts';
import type { Point } from './points.ts';
import { underFire } from './underFire.ts';

const NOTHING_WRONG = { lost: 0, double: 0, half: 0, disordered: 0 };
/** Those at which most could go wrong; `npm run chaos` passes all twelve. */
const AROUND_THE_COMMIT: readonly Point[] = [
  'bot-spoke',
  'half-written',
  'before-commit',
  'after-commit',
  'before-answer',
];
/** A start for each kill, on a busy machine. */
const LONGEST_MS = 180_000;

/** The whole product, in a process that dies; `npm run chaos` does the same a thousand times. */
describe('a product that is killed while teachers talk to it', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['F01', 'around the commit of a turn', AROUND_THE_COMMIT],
    ['F02', 'at moments of chance', [null, null]],
  ] as const)(
    '%s keeps each sentence once, whole and in order when it dies %s',
    async (_id, _when, plan) => {
      const moments = [0.9, 0.3, 0.6];
      const chance = () => moments.pop() ?? 0.2;
      const settings = { DATA_DIR: folder, DATABASE_URL: '' };

      const { acked, faults } = await underFire({ settings, port: await freePort(), clients: 3, plan, chance });

      expect(acked).toBeGreaterThan(plan.length);
      expect(faults).toEqual(NOTHING_WRONG);
    },
    LONGEST_MS,
  );

  it('Q25 keeps each word of five clients once and in order, through kill, pause, parting, jumps of the clock and a bad disk', async () => {
    const plan = ['clock', 'pause', 'part', 'full', 'locked', 'drop', 'kill', 'clock'] as const;
    const [lasts, quiet] = [() => 300, () => 100];

    const outcome = await inTrouble({ folder, settings: {}, clients: 5, plan, lasts, quiet });

    expect(outcome.acked).toBeGreaterThan(plan.length);
    expect(outcome).toMatchObject({ injected: plan.length, faults: NOTHING_WRONG });
  }, 120_000);
});
