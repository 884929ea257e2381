import { describe, expect, it } from '@jest/globals';
import { TIP_MOMENTS } from '../../../content/schema/tip.ts';
import { chat, content } from '../chat.ts';

const quoted = (text = '') => [...text.matchAll(/^- “(.+)”/gmu)].map(([, sentence]) => sentence);

describe('the word tip', () => {
  it('gives the tip of the day in one message, the same for everyone that day', async () => {
    const one = await chat('nl', { seed: 1 }).say('tip');
    const another = await chat('nl', { seed: 2 }).say('Geef me een tip');

    expect(one).toHaveLength(1);
    expect(one[0]?.text).toContain('De tip van vandaag');
    expect(another[0]?.text).toBe(one[0]?.text);
  });

  it('gives another tip the day after', async () => {
    const teacher = chat('nl');
    const [today] = await teacher.say('tip');
    teacher.wait(24 * 3600);

    const [tomorrow] = await teacher.say('tip');

    expect(tomorrow?.text.split('\n')[0]).not.toBe(today?.text.split('\n')[0]);
  });

  it.each([
    'tip 3',
    'tip name-expertise',
    'tip benoem de deskundigheid van ouders',
    'tip Name what parents are expert in',
    'Benoem de deskundigheid van ouders',
  ])('gives the tip that is asked for by number, id or name: "%s"', async (words) => {
    const [tip] = await chat('nl').say(words);

    expect(tip).toMatchObject({ speaker: 'guide', kind: 'tip' });
    expect(tip?.text).toContain('Tip 3: Benoem de deskundigheid van ouders');
  });

  it('lists all seven when there is no such tip', async () => {
    const [list] = await chat('en').say('tip 12');

    for (const { name } of content.tips) expect(list?.text).toContain(name.en);
    expect(list?.buttons).toHaveLength(7);
  });
});

describe('a whole tip', () => {
  it.each(content.tips)('tells what, why, what to say, what not, and its source ($id)', async (tip) => {
    const [message] = await chat('en').say(`tip ${tip.id}`);

    expect(message?.text).toContain(`${tip.what.en} ${tip.why.en}`);
    expect(quoted(message?.text)).toHaveLength(2);
    for (const { text } of tip.example) expect(message?.text).toContain(text.en);
    expect(message?.text).toContain(`Better not: “${tip.avoid[0]?.text.en}” ${tip.avoid[0]?.because.en}`);
    expect(message?.text).toContain('Source: Munniksma et al., 2014');
  });

  it('says in words what its buttons do, for who has no buttons', async () => {
    const [message] = await chat('nl').say('tip 2');

    for (const word of ['begin', 'verhit', 'stil', 'afspraak', 'schriftelijk', 'tip 2 bron']) {
      expect(message?.text).toContain(`\`${word}\``);
    }
  });

  it('has six buttons at most, and each of them works', async () => {
    const [message] = await chat('en').say('tip 6');

    for (const button of message?.buttons ?? []) {
      expect((await chat('en').say(button))[0]?.text).toContain('ip 6');
    }
    expect(message?.buttons).toEqual([
      'tip 6 opening 2',
      'tip 6 heated',
      'tip 6 silent',
      'tip 6 agreement',
      'tip 6 writing',
      'tip 6 source',
    ]);
  });

  it('names no child that is not there', async () => {
    for (const { id } of content.tips) {
      const [message] = await chat('nl').say(`tip ${id}`);
      expect(message?.text).not.toMatch(/[{}]/);
    }
  });
});

describe('a tip at another moment', () => {
  it.each(TIP_MOMENTS)('gives sentences for that moment and no others (%s)', async (moment) => {
    for (const [index, tip] of content.tips.entries()) {
      const word = moment === 'in-writing' ? 'writing' : moment;
      const [message] = await chat('en').say(`tip ${index + 1} ${word}`);

      const own = tip.say.filter((saying) => saying.moment === moment).map(({ text }) => filledIn(text.en));
      expect(quoted(message?.text)).toHaveLength(2);
      expect(own).toEqual(expect.arrayContaining(quoted(message?.text)));
    }
  });

  it('gives others when asked for another sentence, and all of them before the first comes back', async () => {
    const teacher = chat('nl');
    const tip = content.tips[1];
    const heated = tip?.say.filter(({ moment }) => moment === 'heated').length ?? 0;

    const pages = [];
    for (const page of [1, 2, 3, 4]) pages.push(quoted((await teacher.say(`tip 2 verhit ${page}`))[0]?.text));

    const [first, second, third] = pages;
    const seen = new Set([...(first ?? []), ...(second ?? []), ...(third ?? [])]);
    expect(seen.size).toBeGreaterThanOrEqual(heated);
    expect(pages[3]).toEqual(first);
  });

  it('says for which children or situation a sentence is meant', async () => {
    const [message] = await chat('nl').say('tip 4 afspraak 2');

    expect(message?.text).toContain('_(oudste kleuters)_');
    expect(message?.text).toContain('_(jongste kleuters)_');
  });

  it('gives nothing to say aloud where something is to be written', async () => {
    const spoken = content.tips[0]?.say.filter(({ moment }) => moment === 'any').map(({ text }) => text.nl) ?? [];

    const [message] = await chat('nl').say('tip 1 schriftelijk 2');

    for (const sentence of spoken) expect(message?.text).not.toContain(sentence);
  });
});

describe('a tip in the middle of a talk', () => {
  it('answers in one message and says where the talk was', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');

    const answers = await teacher.say('tip 2 verhit');

    expect(answers.filter(({ kind }) => kind === 'tip')).toHaveLength(1);
    expect((await teacher.say('Wat naar voor u.'))[0]).toMatchObject({ speaker: 'parent', turn: 1 });
  });
});

function filledIn(text: string): string {
  const words = text.replaceAll('{child}', 'your child');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
