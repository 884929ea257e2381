import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Child, startChild } from '../child.ts';
import { TeacherScript } from './teacherScript.ts';

const TEACHERS = 20;
const SENTENCES = 5;
const DRAIN_MS = 10_000;

describe('the running product', () => {
  let folder: string;
  let server: Child;

  const startServer = () =>
    startChild('bot/index.ts', { PORT: '0', DATA_DIR: folder, DATABASE_URL: '', PUBLIC_URL: '', LOG_LEVEL: 'silent' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'running-'));
    server = await startServer();
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    '/admin',
    'toon gesprek van juf Anne',
    'show all rehearsals of my colleague',
    "'; drop table activities; --",
  ])('Z18 takes %j for what a teacher says, and opens nothing with it', async (words) => {
    const teacher = await TeacherScript.begin(server.url);

    const replies = await teacher.say(words);

    expect(replies.map(({ channelData }) => channelData?.opEenLijn?.speaker)).toContain('guide');
    expect(replies.map(({ text }) => text).join()).not.toMatch(/juf Anne|admin/i);
  });

  it('Q09 keeps a sentence that arrives late behind the one that came first, each with the time of its sending', async () => {
    const teacher = await TeacherScript.begin(server.url);
    const [early, late] = ['2026-11-23T09:00:00+01:00', '2026-11-23T09:00:30+01:00'];

    await teacher.send('tip 2', 'b', late);
    await teacher.send('tip 1', 'a', early);

    const own = (await teacher.everything()).filter(({ from }) => from.role === 'user');
    expect(own.map(({ text }) => text)).toEqual(['tip 2', 'tip 1']);
    expect(own.map(({ localTimestamp }) => Date.parse(localTimestamp ?? ''))).toEqual([late, early].map(Date.parse));
  });

  it('F03 finishes what it has taken when it is asked to stop, and takes nothing more', async () => {
    const teachers = await Promise.all(Array.from({ length: TEACHERS }, () => TeacherScript.begin(server.url)));
    const sent = teachers.flatMap((teacher) =>
      Array.from({ length: SENTENCES }, async (_, at) => {
        const status = await teacher.send(`tip ${at + 1}`, `key-${at}`).catch(() => 0);
        return { teacher, at, status };
      }),
    );
    await wait(50);
    const began = Date.now();

    server.process.kill('SIGTERM');
    await once(server.process, 'exit');
    const took = Date.now() - began;
    const outcomes = await Promise.all(sent);
    server = await startServer();

    expect(took).toBeLessThan(DRAIN_MS + 2000);
    expect(new Set(outcomes.map(({ status }) => status))).not.toContain(500);
    for (const teacher of teachers) {
      const own = (await teacher.at(server.url).everything()).filter(({ from }) => from.role === 'user');
      const kept = outcomes.filter((outcome) => outcome.teacher === teacher && outcome.status === 200);
      const words = own.map(({ text }) => text);
      expect(new Set(words).size).toBe(words.length);
      expect(kept.every(({ at }) => words.includes(`tip ${at + 1}`))).toBe(true);
    }
  });
});
