import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';

const quoted = (text = '') => [...text.matchAll(/^- “(.+)”/gmu)].map(([, sentence]) => sentence);

describe('asking in own words', () => {
  it('gives one message with two sentences to say, one to avoid and the source', async () => {
    const said = await chat('nl').say('een moeder schreeuwt tegen mij, wat nu?');

    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ speaker: 'guide', kind: 'tip' });
    expect(said[0]?.text).toContain('Toon begrip');
    expect(quoted(said[0]?.text)).toHaveLength(2);
    expect(said[0]?.text).toContain('Liever niet');
    expect(said[0]?.text).toContain('Bron: ');
  });

  it.each([
    ['nl', 'wat is het verschil tussen pesten en plagen', /met opzet.*niet goed kan verweren.*geen machtsverschil/],
    ['en', 'what did the research on bullying find', /among pupils no difference was found in bullying/],
    ['nl', 'hoe laat ik merken dat ik een boze ouder begrijp', /noem het gevoel dat je hoort/],
  ] as const)('says first what it comes down to (%s: %s)', async (locale, question, gist) => {
    const [answer] = await chat(locale).say(question);

    expect(answer?.text.split('\n\n')[1]).toMatch(gist);
  });

  it('gives a tool as well as a tip, with a button that opens it', async () => {
    const teacher = chat('nl');
    const [answer] = await teacher.say('is dit nu pesten of plagen?');

    const [button = ''] = answer?.buttons ?? [];

    expect(quoted(answer?.text)).toHaveLength(2);
    expect(button).toBe('gereedschap bullying-or-not');
    expect((await teacher.say(button))[0]?.text).toContain('Is het pesten, plagen of ruzie?');
  });

  it('tells after the word source what the answer rests on', async () => {
    const teacher = chat('nl');
    await teacher.say('is dit nu pesten of plagen?');

    const [source] = await teacher.say('bron');

    expect(source?.text).toContain('Olweus');
  });

  it('offers three when it is not sure', async () => {
    const [answer] = await chat('nl').say('iets met ouders en school');

    expect(answer?.buttons).toHaveLength(3);
    expect(answer?.text).toContain('niet zeker');
  });

  it('says so when nothing here answers it', async () => {
    const [answer] = await chat('en').say('how do I bake an apple pie');

    expect(answer).toMatchObject({ kind: 'menu' });
    expect(answer?.text).toContain('I have nothing on that');
  });

  it('answers behind the word tip during a rehearsal, and the parent waits', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    await teacher.say('Wat merkt u thuis aan Sam?');

    const [answer] = await teacher.say('tip hoe reageer ik als ze gaat schreeuwen');
    const [reply] = await teacher.say('Wat naar voor u.');

    expect(answer).toMatchObject({ speaker: 'guide', kind: 'tip' });
    expect(reply).toMatchObject({ speaker: 'parent', turn: 2 });
  });

  it.each(['is dit pesten of plagen?', 'Tip: lees samen een boek.', 'Een tip van mij: ga vroeg naar bed'])(
    'is said to the parent during a rehearsal without the word tip: "%s"',
    async (said) => {
      const teacher = chat('nl');
      await teacher.say('oefenen');

      const [reply] = await teacher.say(said);

      expect(reply).toMatchObject({ speaker: 'parent', turn: 1 });
    },
  );
});
