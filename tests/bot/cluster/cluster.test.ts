import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TokenClient } from '../../chaos/client.ts';
import { faultsIn } from '../../chaos/history.ts';
import { type Cluster, type Instance, startCluster } from '../../cluster/cluster.ts';
import { hasPostgres, NO_POSTGRES, type PostgresServer, startPostgres } from '../../postgres.ts';
import { Listener, oneTo } from '../channels/directLine/listener.ts';
import { call, heard, open, say, type Teacher } from '../channels/directLine/testService.ts';
import { queryPostgres } from '../storage/postgresDatabase.ts';

const WITHIN_MS = 2_000;

(hasPostgres() ? describe : describe.skip)(
  `two instances on one PostgreSQL${hasPostgres() ? '' : `: ${NO_POSTGRES}`}`,
  () => {
    let server: PostgresServer;
    let databaseUrl: string;
    let cluster: Cluster;
    let one: Instance;
    let other: Instance;

    beforeAll(async () => {
      server = await startPostgres();
      databaseUrl = await server.createDatabase();
      cluster = await startCluster(databaseUrl, 2);
      const [first, second] = cluster.instances;
      if (!first || !second) throw new Error('There were to be two.');
      one = first;
      other = second;
    }, 60_000);

    afterAll(async () => {
      await cluster?.[Symbol.asyncDispose]();
      await server?.stop();
    });

    async function aTeacher(): Promise<Teacher> {
      const reply = await fetch(`${cluster.url}/api/directline/token`, { method: 'POST' });
      return { ...((await reply.json()) as Omit<Teacher, 'cookie'>), cookie: '' };
    }

    /** The address of a stream at the instance that is named; another one gave it. */
    function at(instance: Instance, streamUrl: string): string {
      const address = new URL(streamUrl);
      address.port = String(instance.port);
      return address.href;
    }

    async function listenAt(instance: Instance, teacher: Teacher): Promise<Listener> {
      const { streamUrl } = await open(cluster.url, teacher);
      return new Listener(at(instance, streamUrl), cluster.url);
    }

    it('tell the web chat at one what was said at the other, at once', async () => {
      const teacher = await aTeacher();
      const listener = await (await listenAt(other, teacher)).has(1);
      const before = listener.activities.length;

      await say(one.url, teacher, 'tip');
      await Promise.race([listener.has(before + 2), timeOver()]);
      listener.socket.terminate();

      expect(listener.texts.slice(before)[0]).toBe('tip');
      expect(listener.numbers).toEqual(oneTo(listener.numbers.length));
    });

    it('give addresses of streams that are good at both, once', async () => {
      const { streamUrl } = await open(one.url, await aTeacher());

      const first = await new Listener(at(other, streamUrl), cluster.url).opened();
      const second = new Listener(at(one, streamUrl), cluster.url);

      expect(await second.ended).toBe(401);
      first.socket.terminate();
    });

    it('Q03 take the same message at once as one turn', async () => {
      const teacher = await aTeacher();
      await open(cluster.url, teacher);
      const message = { channelData: { clientActivityID: 'once' } };

      const replies = await Promise.all(
        oneTo(10).map((turn) => say(turn % 2 === 0 ? one.url : other.url, teacher, 'tip', message)),
      );
      const ids = new Set(await Promise.all(replies.map(async (reply) => ((await reply.json()) as { id: string }).id)));

      const { activities } = await heard(cluster.url, teacher);
      expect(ids.size).toBe(1);
      expect(activities.filter(({ text }) => text === 'tip')).toHaveLength(1);
    });

    it('Q08 keep 20 of 20 messages that come at once, without a gap', async () => {
      const teacher = await aTeacher();
      await open(cluster.url, teacher);

      const replies = await Promise.all(oneTo(20).map((turn) => say(cluster.url, teacher, `${turn}, tip`)));

      const { activities } = await heard(cluster.url, teacher);
      const numbers = activities.map(({ id }) => Number(id.split('|')[1]));
      expect(replies.map(({ status }) => status)).toEqual(oneTo(20).map(() => 200));
      expect(activities.filter(({ from }) => from.role === 'user')).toHaveLength(20);
      expect(numbers).toEqual(oneTo(numbers.length));
    });

    it('find in the log what was told while the line between them was cut', async () => {
      const teacher = await aTeacher();
      const listener = await (await listenAt(other, teacher)).has(1);
      const before = listener.activities.length;
      const cut = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'op-een-lijn news'";

      await queryPostgres(databaseUrl, `${cut} and datname = current_database()`);
      await say(one.url, teacher, 'tip');
      await Promise.race([listener.has(before + 2), timeOver()]);
      listener.socket.terminate();

      expect(listener.texts.slice(before)[0]).toBe('tip');
    });

    it('know the token of the other, and what the other has kept', async () => {
      const teacher = await aTeacher();
      await open(one.url, teacher);

      const reply = await call(other.url, `/conversations/${teacher.conversationId}/activities`, teacher.token);

      expect(reply.status).toBe(200);
      expect(await reply.json()).toMatchObject({ watermark: expect.stringMatching(/^[1-9]/) });
    });

    it('lose nothing when one is killed while people talk, and the other goes on', async () => {
      const people = oneTo(4).map((number) => new TokenClient(cluster.url, `c${number}`));
      let talking = true;
      const talks = people.map(async (person) => {
        while (talking) await person.say('tip');
      });
      await untilAll(people, 2);

      await cluster.kill(one);
      await untilAll(people, Math.max(...people.map(({ acked }) => acked)) + 2);
      talking = false;
      await Promise.all(talks);

      const faults = await Promise.all(people.map(async (person) => faultsIn(await person.history())));
      for (const person of people) person.hangUp();
      expect(faults).toEqual(people.map(() => ({ lost: 0, double: 0, half: 0, disordered: 0 })));
    });
  },
);

function timeOver(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, WITHIN_MS).unref());
}

async function untilAll(people: readonly TokenClient[], acked: number): Promise<void> {
  while (people.some((person) => person.acked < acked)) await new Promise((resolve) => setTimeout(resolve, 10));
}
