import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Child, startChild } from '../child.ts';
import { parentLines, TeacherScript, textOf } from './teacherScript.ts';

const TALK = {
  nl: {
    begin: 'oefenen left-out-in-the-block-corner',
    stop: 'stop',
    sentences: [
      'Goedemiddag, fijn dat u gelijk gekomen bent. Gaat u zitten.',
      'Wat akelig dat u het van een andere moeder moest horen, en niet van mij.',
      'Wat merkt u thuis aan Sam, als hij naar school moet?',
      'Ach, kleuters hebben nu eenmaal wel eens ruzie.',
      'Dat zei ik verkeerd. U maakt zich zorgen om die buikpijn, en terecht.',
      'Morgen sta ik zelf bij de bouwhoek en ik bel u om half vier hoe het ging.',
    ],
  },
  en: {
    begin: 'rehearse left-out-in-the-block-corner',
    stop: 'stop',
    sentences: [
      'Good afternoon, thank you for coming in straight away. Do sit down.',
      'How awful to hear this from another mother instead of from me.',
      'What do you notice about Sam at home, when he has to go to school?',
      'Well, children this age do squabble.',
      'I put that badly. You are worried about those stomach aches, and rightly so.',
      'Tomorrow I will be at the block corner myself, and I will call you at half past three to tell you how it went.',
    ],
  },
} as const;

let folder: string;
let server: Child;

const startServer = () =>
  startChild('bot/index.ts', {
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: '',
    PUBLIC_URL: '',
    LOG_LEVEL: 'silent',
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehearse-'));
  server = await startServer();
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['nl', 'en'] as const)('a teacher who rehearses over Direct Line (%s)', (locale) => {
  const { begin, stop, sentences } = TALK[locale];

  it('hears another line of the parent after every sentence', async () => {
    const teacher = await TeacherScript.begin(server.url);
    const lines = [...parentLines(await teacher.say(begin))];

    for (const sentence of sentences) lines.push(...parentLines(await teacher.say(sentence)));

    expect(lines).toHaveLength(sentences.length + 1);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('goes on where the talk was after the server was killed, and gets a debrief with own words', async () => {
    const before = await TeacherScript.begin(server.url);
    await before.say(begin);
    for (const sentence of sentences.slice(0, 3)) await before.say(sentence);
    const kept = await before.everything();

    server.process.kill('SIGKILL');
    await once(server.process, 'exit');
    server = await startServer();
    const after = before.at(server.url);

    expect(await after.everything()).toEqual(kept);
    expect(parentLines(await after.say(sentences[3]))).toHaveLength(1);
    await after.say(sentences[4]);
    const debrief = textOf(await after.say(stop), 'debrief');
    for (const quote of [sentences[1], sentences[3]]) expect(debrief).toContain(quote);
  });
});

describe('the web chat', () => {
  it('P16 says in its first line that it is a computer programme', async () => {
    const teacher = await TeacherScript.begin(server.url);

    const [first] = await teacher.everything();

    expect(first?.text).toMatch(/computerprogramma/);
    expect(first?.text).toMatch(/90 dagen/);
  });

  it('Q06 keeps twenty messages at once, in order, and answers each', async () => {
    const teacher = await TeacherScript.begin(server.url);
    await teacher.say('oefenen left-out-in-the-block-corner');
    const before = (await teacher.everything()).length;

    const statuses = await Promise.all(
      Array.from({ length: 20 }, (_, index) => teacher.send(`Wat vindt u van voorstel ${index + 1}?`)),
    );

    const after = (await teacher.everything()).slice(before);
    expect(statuses.every((status) => status === 200)).toBe(true);
    expect(after.filter(({ from }) => from.role !== 'bot')).toHaveLength(20);
    const numbers = (await teacher.everything()).map(({ id }) => Number(id.split('|')[1]));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('Q20 takes one turn when the same message is sent twice', async () => {
    const teacher = await TeacherScript.begin(server.url);
    await teacher.say('oefenen left-out-in-the-block-corner');
    const before = (await teacher.everything()).length;

    await teacher.send('Goedemiddag.', 'same');
    const after = (await teacher.everything()).length;
    await teacher.send('Goedemiddag.', 'same');

    expect(after).toBeGreaterThan(before);
    expect((await teacher.everything()).length).toBe(after);
  });

  it('M14 works to 4,000 characters and kindly declines more, without losing the talk', async () => {
    const teacher = await TeacherScript.begin(server.url);
    await teacher.say('oefenen left-out-in-the-block-corner');

    const fits = await teacher.say('ja '.repeat(1333));
    const tooLong = await teacher.say('x'.repeat(4001));

    expect(parentLines(fits)).toHaveLength(1);
    expect(textOf(tooLong, 'notice')).toContain('4000');
    expect(parentLines(await teacher.say('Wat merkt u thuis aan Sam?'))).toHaveLength(1);
  });

  it('erases everything when the teacher asks for it twice', async () => {
    const teacher = await TeacherScript.begin(server.url);
    await teacher.say('oefenen left-out-in-the-block-corner');
    await teacher.say('Mijn geheime zin over Zywxq.');

    await teacher.say('verwijder mijn gegevens');
    await teacher.say('Ja, wis alles');

    const left = await teacher.everything();
    expect(left).toHaveLength(1);
    expect(JSON.stringify(left)).not.toContain('Zywxq');
  });
});
