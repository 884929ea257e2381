import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Child, startChild } from '../child.ts';
import { parentLines, TeacherScript, textOf } from './teacherScript.ts';

/** What nobody needs to keep, and how a teacher may type it. */
const TYPED: readonly (readonly [what: string, typed: string, sentence: string])[] = [
  ['the full name of a child', 'Zywxq Testkind', 'Ik maak me zorgen over Zywxq Testkind, en u vast ook.'],
  ['a name in small letters', 'soufiane', 'vandaag heeft soufiane weer geslagen, dat was naar voor u'],
  ['a citizen service number', '111222333', 'Zijn nummer is 111222333, dat heb ik nodig voor de aanmelding.'],
  ['a telephone number', '06-48129377', 'U kunt mij morgen bellen op 06-48129377.'],
  ['an e-mail address', 'j.devries@voorbeeldschool.nl', 'Mail mij op j.devries@voorbeeldschool.nl als er iets is.'],
  ['an address', 'Vogelkersstraat 118', 'Ik kom bij u langs, Vogelkersstraat 118 toch?'],
  ['an account number', 'NL91ABNA0417164300', 'Het kan over op NL91ABNA0417164300.'],
];

let folder: string;
let server: Child;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'masking-'));
  server = await startChild('bot/index.ts', {
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: '',
    PUBLIC_URL: '',
    LOG_LEVEL: 'debug',
  });
});

afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a name or a number that a teacher types', () => {
  it('P08 is told of and is on no disk and in no answer, and the rehearsal goes on', async () => {
    const teacher = await TeacherScript.begin(server.url);
    await teacher.say('oefenen left-out-in-the-block-corner');

    const answers = [];
    for (const [, , sentence] of TYPED) answers.push(await teacher.say(sentence));
    await teacher.say('stop');
    await teacher.say('Het ging redelijk.');
    const seen = JSON.stringify(await teacher.everything());
    await server.stop();
    const kept = await everyByteIn(folder);

    expect(answers.map((answer) => textOf(answer, 'notice'))).toEqual(
      expect.arrayContaining([expect.stringContaining('vervangen')]),
    );
    expect(answers.every((answer) => parentLines(answer).length > 0)).toBe(true);
    for (const placeholder of ['[naam]', '[BSN]', '[telefoon]', '[e-mail]', '[adres]', '[IBAN]']) {
      expect(seen).toContain(placeholder);
      expect(kept).toContain(placeholder);
    }
    for (const [, typed] of TYPED) {
      expect(seen.toLowerCase()).not.toContain(typed.toLowerCase());
      expect(kept.toLowerCase()).not.toContain(typed.toLowerCase());
    }
  });

  it('P08 is masked in the answers of a plan, where the nickname stays', async () => {
    const teacher = await TeacherScript.begin(server.url);

    for (const words of ['voorbereiden', 'Bo', 'Jaylano Vredeveld is op het plein geduwd door Xander.', 'klaar']) {
      await teacher.say(words);
    }
    const seen = JSON.stringify(await teacher.everything());
    await server.stop();
    const kept = await everyByteIn(folder);

    expect(seen).toContain('Bo');
    for (const name of ['Jaylano', 'Vredeveld', 'Xander']) {
      expect(seen).not.toContain(name);
      expect(kept).not.toContain(name);
    }
  });

  it('is found for danger as it was typed', async () => {
    const teacher = await TeacherScript.begin(server.url);
    await teacher.say('oefenen left-out-in-the-block-corner');

    const answer = await teacher.say('Zoubair zei dat papa hem elke avond slaat met een riem');

    expect(textOf(answer, 'notice')).toContain('0800-2000');
    expect(JSON.stringify(await teacher.everything())).not.toContain('Zoubair');
  });
});

describe('a word that was masked for nothing', () => {
  it('comes back with one press, and stays from then on', async () => {
    const teacher = await TeacherScript.begin(server.url);
    await teacher.say('oefenen left-out-in-the-block-corner');
    await teacher.say('Hij bouwde een toren met Blokkio in de hoek.');

    const answer = await teacher.say('dat was geen naam');
    await teacher.say('Dus met Blokkio bouwt hij graag.');
    const all = (await teacher.everything()).map(({ text }) => text);

    expect(textOf(answer, 'notice')).toContain('Blokkio');
    expect(all).toContain('Hij bouwde een toren met [naam] in de hoek.');
    expect(all).toContain('dat was geen naam: Blokkio');
    expect(all).toContain('Dus met Blokkio bouwt hij graag.');
  });

  it('can be named when too much time went by to remember it', async () => {
    const teacher = await TeacherScript.begin(server.url);
    await teacher.say('oefenen left-out-in-the-block-corner');

    const asked = await teacher.say('dat was geen naam');
    await teacher.say('geen naam: Blokkio');
    await teacher.say('Dus met Blokkio bouwt hij graag.');

    expect(textOf(asked, 'notice')).toContain('Welk woord');
    expect((await teacher.everything()).map(({ text }) => text)).toContain('Dus met Blokkio bouwt hij graag.');
  });
});

/** All files below a folder, as one text. */
async function everyByteIn(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = files.filter((file) => file.isFile() && !file.parentPath.includes('cache'));
  const texts = await Promise.all(own.map((file) => readFile(join(file.parentPath, file.name), 'latin1')));
  return texts.join('\n');
}
