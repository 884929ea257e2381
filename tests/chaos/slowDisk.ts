import { setTimeout as wait } from 'node:timers/promises';
import { TeacherScript } from '../acceptance/teacherScript.ts';
import { type Child, startChild } from '../child.ts';
import { Listener } from './listener.ts';

/** What a disk did to a product on which a commit took so long. */
export interface SlowOutcome {
  readonly commitMs: number;
  /** Longest delay of the event loop while it waited, in ms, as the product itself measures it. */
  readonly loopLagMs: number;
  readonly pings: number;
  readonly slowestPingMs: number;
  /** How often the same sentence was sent, and what became of it in the conversation. */
  readonly sent: number;
  readonly turns: number;
  readonly replies: number;
}

/** The platform sends again what was not answered so long. */
const REDELIVERED_AFTER_MS = 15_000;
/** A line may bring a hundred frames in ten seconds. */
const PING_PAUSE_MS = 125;

/** One sentence whose commit takes so long, sent again as Teams would, while another line is pinged all the time. */
export async function slowDisk(folder: string, commitMs: number): Promise<SlowOutcome> {
  const server = await startChild(
    'tests/chaos/server.ts',
    {
      PORT: '0',
      PUBLIC_URL: '',
      DATA_DIR: folder,
      DATABASE_URL: '',
      LOG_LEVEL: 'silent',
      TROUBLE_SLOW_MS: String(commitMs),
    },
    { preload: './tests/chaos/trouble.ts' },
  );
  const [teacher, line] = [await TeacherScript.begin(server.url), new Listener(server.url)];
  await line.begin();
  // Until what is learned at the start has been learned.
  await wait(8_000);
  const before = (await teacher.everything()).length;
  await lagOf(server);

  let isKept = false;
  const sends = [0, ...(commitMs > REDELIVERED_AFTER_MS ? [REDELIVERED_AFTER_MS] : [commitMs / 2])];
  const said = Promise.all(sends.map((after) => wait(after).then(() => teacher.send('tip slow disk', 'one key')))).then(
    () => {
      isKept = true;
    },
  );
  const pings: number[] = [];
  while (!isKept) {
    pings.push(await line.ping());
    await wait(PING_PAUSE_MS);
  }
  await said;
  const loopLagMs = await lagOf(server);
  const after = (await teacher.everything()).slice(before);
  line.leave();
  await server.stop();
  const turns = after.filter(({ from }) => from.role === 'user').length;
  return {
    commitMs,
    loopLagMs,
    pings: pings.length,
    slowestPingMs: Math.round(Math.max(...pings)),
    sent: sends.length,
    turns,
    replies: after.length - turns,
  };
}

/** Since the last time that it was asked. */
async function lagOf({ url }: Child): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Math.round(Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1]) * 1000);
}
