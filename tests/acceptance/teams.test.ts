import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { botSettings } from '../bot/channels/teams/fakeTeams/botSettings.ts';
import type { Delivered } from '../bot/channels/teams/fakeTeams/connector.ts';
import { FakeClock } from '../bot/channels/teams/fakeTeams/fakeClock.ts';
import { type FakeTeams, startFakeTeams } from '../bot/channels/teams/fakeTeams/fakeTeams.ts';
import { APP_ID, aPerson } from '../bot/channels/teams/fakeTeams/people.ts';
import { buttonsOn } from '../bot/channels/teams/fakeTeams/screen.ts';
import { type Child, startChild } from '../child.ts';
import { freePort } from '../freePort.ts';
import { TeacherScript } from './teacherScript.ts';

const anna = aPerson('Anna');

let folder: string;
let teams: FakeTeams;
let port: number;
let bot: Child;

/** The product as an organisation runs it, with our stand-in in the place of Microsoft. */
async function startBot(): Promise<Child> {
  const child = await startChild('bot/index.ts', botSettings(teams, port, folder));
  teams.connectTo(child.url);
  return child;
}

/** The messages of a conversation, once there are so many. */
async function messages(conversation: string, count: number): Promise<readonly Delivered['activity'][]> {
  const here = () => teams.connector.delivered.filter((one) => one.conversation === conversation);
  for (let tries = 0; tries < 2000 && here().length < count; tries++) await wait(10);
  return here().map(({ activity }) => activity);
}

/** What the bot says next to Anna after she has said something. */
async function answerTo(text: string): Promise<Delivered['activity']> {
  const before = teams.textsIn(anna.chat).length;
  expect((await teams.say(anna, text)).status).toBe(200);
  const answer = (await messages(anna.chat, before + 1)).at(-1);
  if (!answer) throw new Error('There is an answer.');
  return answer;
}

/** What Anna reads of the newest message. */
function lastRead(): string {
  return teams.textsIn(anna.chat).at(-1) ?? '';
}

describe('a teacher with the product in Teams', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'teams-'));
    // Processes have real clocks; nothing here depends on time going by.
    teams = await startFakeTeams(new FakeClock(new Date().toISOString()));
    port = await freePort();
    bot = await startBot();
  });

  afterEach(async () => {
    await bot.stop();
    await teams[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it('is welcomed, gets a tip, and rehearses: one message for everything that is said, and a debrief that turns its pages in place', async () => {
    await teams.install(anna);
    const [welcome] = await messages(anna.chat, 1);
    expect(lastRead()).toMatch(/computerprogramma/);
    expect(buttonsOn(teams.cardOf(anna))).toHaveLength(5);
    expect(welcome?.suggestedActions?.actions).toHaveLength(3);

    await answerTo('tip 3');
    expect(lastRead()).toMatch(/deskundigheid/i);

    const opening = await answerTo('oefenen left-out-in-the-block-corner');
    expect(opening.text).toMatch(/\*\*Moeder van Sam:\*\* \S/);
    const line = await answerTo('Wat akelig dat u het van een andere moeder moest horen, en niet van mij.');
    expect(line.text).toMatch(/^\*\*Moeder van Sam:\*\* \S/);

    await answerTo('stop');
    expect(lastRead()).toContain('Wat akelig dat u het van een andere moeder moest horen');
    await teams.press(anna, 'Laat de terugblik zien', { chosen: 'Rustiger' });
    await messages(anna.chat, 6);
    const answer = await teams.press(anna, 'Per tip');
    expect(answer.body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
    expect(lastRead()).toMatch(/^Per tip, met je eigen woorden/);
    expect(teams.textsIn(anna.chat)).toHaveLength(6);
  });

  it('gets the answer that could not be delivered, after the bot was killed and Teams came back', async () => {
    await teams.install(anna);
    await messages(anna.chat, 1);
    await teams.connector.pullOut();
    expect((await teams.say(anna, 'tip 3')).status).toBe(200);

    bot.process.kill('SIGKILL');
    await once(bot.process, 'exit');
    await teams.connector.plugIn();
    bot = await startBot();

    await messages(anna.chat, 2);
    expect(lastRead()).toMatch(/deskundigheid/i);
  }, 60_000);

  it('is told in a channel who the bot is, and where to talk to it alone', async () => {
    const channel = { scope: 'channel', id: '19:team@thread.tacv2;messageid=1' } as const;

    await teams.say(anna, 'oefenen', channel);

    const [introduction] = await messages(channel.id, 1);
    expect(introduction?.text).toMatch(/computerprogramma/);
    expect(introduction?.text).toContain(`(https://teams.microsoft.com/l/chat/0/0?users=28:${APP_ID})`);
  });

  it('C12 has a web chat that answers while nothing of Microsoft can be reached', async () => {
    await teams.connector.pullOut();

    const teacher = await TeacherScript.begin(bot.url);
    const replies = await teacher.say('tip 3');

    expect(replies.map(({ text }) => text).join()).toMatch(/deskundigheid/i);
  });

  it('finds no door for Teams elsewhere than at its address', async () => {
    expect((await fetch(`${bot.url}/api/messages`)).status).toBe(405);
    expect((await fetch(`${bot.url}/api/messages`, { method: 'POST' })).status).toBe(401);
  });
});

describe('a bot without an app id', () => {
  it('has no door for Teams', async () => {
    const data = await mkdtemp(join(tmpdir(), 'local-'));
    const local = await startChild('bot/index.ts', { PORT: '0', PUBLIC_URL: '', DATA_DIR: data, LOG_LEVEL: 'silent' });

    const reply = await fetch(`${local.url}/api/messages`, { method: 'POST' });
    await local.stop();
    await rm(data, { recursive: true, force: true });

    expect(reply.status).toBe(404);
  });
});
