import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { JsonObject, Storage } from '../../../../bot/ports.ts';
import type { CommitterOrder } from '../committer.ts';
import type { Fixture } from '../testDatabase.ts';
import { aTenant, oneTo } from '../turns.ts';

const COMMITTER = fileURLToPath(new URL('../committer.ts', import.meta.url));
const KILLS = 20;
const CONVERSATIONS = ['one', 'two', 'three', 'four'] as const;

/** Runs a process that commits turn after turn, kills it halfway, and returns the last version acknowledged per conversation. */
async function commitUntilKilled(order: CommitterOrder, milliseconds: number): Promise<ReadonlyMap<string, number>> {
  const acknowledged = new Map<string, number>();
  const child = spawn(process.execPath, [COMMITTER, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    await readAcknowledged(child, acknowledged, milliseconds);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
  return acknowledged;
}

async function readAcknowledged(child: ChildProcess, acknowledged: Map<string, number>, milliseconds: number) {
  if (!child.stdout) return;
  const lines = createInterface({ input: child.stdout });
  lines.once('line', () => {
    void wait(milliseconds).then(() => child.kill('SIGKILL'));
  });
  for await (const line of lines) {
    const [conversation = '', version = ''] = line.split(' ');
    if (/^\d+;$/.test(version)) acknowledged.set(conversation, Number.parseInt(version, 10));
  }
}

/** What must hold whatever happened: each turn up to the one in the state wrote two activities and one ledger entry. */
async function expectWhole(storage: Storage, tenant: string, id: string, acknowledged: number): Promise<void> {
  const exported = await storage.personalData.export(tenant, id);
  const last = lastTurnOf(exported);

  expect(last).toBeGreaterThanOrEqual(acknowledged);
  expect(exported).toMatchObject({
    conversations: [
      {
        activities: oneTo(last)
          .flatMap((turn) => [`say ${turn}`, `hear ${turn}`])
          .map((text, index) => ({ seq: index + 1, activity: { text } })),
        rehearsals: [{ ledger: oneTo(last).map((turn) => ({ turn, lines: [{ turn }] })) }],
      },
    ],
  });
}

function lastTurnOf(exported: JsonObject): number {
  const text = JSON.stringify(exported);
  return Number(/"state":\{"turn":(\d+)\}/.exec(text)?.[1]);
}

/** A process may end at any moment. */
export function crashContract(fixture: () => Fixture): void {
  describe('a process that is killed', () => {
    it(`loses nothing acknowledged and leaves no half turn, ${KILLS} times in a row`, async () => {
      const { storage, database } = fixture();
      const order: CommitterOrder = { place: database.place, tenant: aTenant(), conversations: CONVERSATIONS };

      for (const kill of oneTo(KILLS)) {
        const acknowledged = await commitUntilKilled(order, 5 + ((kill * 37) % 90));

        expect(acknowledged.size).toBeGreaterThan(0);
        for (const [id, version] of acknowledged) await expectWhole(storage, order.tenant, id, version);
      }
    }, 120_000);
  });
}
