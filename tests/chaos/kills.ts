import { freePort } from '../freePort.ts';
import type { LongForm } from './longForms.ts';
import { POINTS } from './points.ts';
import { underFire } from './underFire.ts';

/** So many kills at moments of chance, and so many at each point of a turn, with so many clients. */
export function kills(order: {
  readonly kills: number;
  readonly each: number;
  readonly clients: number;
  readonly chance: () => number;
}): readonly LongForm[] {
  const { clients, chance } = order;
  return [null, ...POINTS]
    .map((point) => ({ point, times: point === null ? order.kills : order.each }))
    .filter(({ times }) => times > 0)
    .map(({ point, times }) => ({
      name: point ?? 'any moment',
      run: async (folder) => {
        const settings = { DATA_DIR: folder, DATABASE_URL: '' };
        const plan = Array<typeof point>(times).fill(point);
        const { backMs, ...outcome } = await underFire({ settings, port: await freePort(), clients, plan, chance });
        const slowestBackMs = Math.round(Math.max(...backMs));
        const isGood = Object.values(outcome.faults).every((count) => count === 0);
        return { outcome: { ...outcome, slowestBackMs }, isGood };
      },
    }));
}
