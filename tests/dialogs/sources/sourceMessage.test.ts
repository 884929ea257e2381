import { describe, expect, it } from '@jest/globals';
import { chat, content } from '../chat.ts';

const textOf = (said: readonly { readonly text: string }[]) => said.map(({ text }) => text).join('\n');

describe('the question where something comes from', () => {
  it.each(content.tips)(
    'is answered for a tip with the place in the article and what stands there ($id)',
    async (tip) => {
      const teacher = chat('en');
      await teacher.say(`tip ${tip.id}`);

      const [answer] = await teacher.say('Source?');

      expect(answer?.text).toContain(tip.origin.section.en);
      expect(answer?.text).toContain(tip.origin.says.en);
      expect(answer?.text).toContain('has not been measured');
    },
  );

  it('says that the sentences are not from the article', async () => {
    const [answer] = await chat('nl').say('tip 5 bron');

    expect(answer?.text).toContain('het artikel geeft ze niet');
  });

  it('is answered for a tool', async () => {
    const teacher = chat('nl');
    await teacher.say('gereedschap why-it-works');

    const [answer] = await teacher.say('bron?');

    expect(answer?.text).toContain(content.toolbox.find(({ id }) => id === 'why-it-works')?.title.nl);
    expect(answer?.text).toContain('drie studies');
  });

  it('is answered for a hint that named a tip, and the talk goes on', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    await teacher.say('hint');
    await teacher.say('hint');

    const [answer] = await teacher.say('bron');

    expect(answer?.text).toMatch(/Waar tip \d vandaan komt/);
    expect((await teacher.say('Wat naar voor u.'))[0]).toMatchObject({ speaker: 'parent', turn: 1 });
  });

  it('is answered for a debrief with every source it leaned on, and how strong it is', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    await teacher.say('U bent boos omdat u het van een andere moeder hoorde, en dat snap ik heel goed.');
    await teacher.say('Ach joh, het zijn kleuters, dat waait wel weer over.');
    await teacher.say('stop');
    const debrief = textOf(await teacher.say('verder'));

    const answer = textOf(await teacher.say('bron?'));

    const leanedOn = content.sources.filter(({ short }) => debrief.includes(`_(${short.nl})_`));
    expect(leanedOn.length).toBeGreaterThan(0);
    for (const { short, says } of leanedOn) {
      expect(answer).toContain(`**${short.nl}**`);
      expect(answer).toContain(says.nl);
    }
    expect(answer).toContain('rekenmodel');
  });

  it('is answered for what was shown last', async () => {
    const teacher = chat('en');
    await teacher.say('tip 1');
    await teacher.say('toolbox signals');
    await teacher.say('tip 7');

    expect((await teacher.say('source'))[0]?.text).toContain('Where tip 7 comes from');
  });

  it('says so when nothing with a source was shown', async () => {
    const [answer] = await chat('en').say('source?');

    expect(answer?.text).toContain('no source');
  });
});
