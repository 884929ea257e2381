import { describe, expect, it } from '@jest/globals';
import { chat, content, type Said } from './chat.ts';

const lines = (said: readonly Said[]) => said.filter(({ speaker, kind }) => speaker === 'parent' && kind === 'line');
const withoutButtons = ({ buttons: _, ...said }: Said) => said;
const of = (said: readonly Said[], kind: Said['kind']) => said.filter((message) => message.kind === kind);

describe('the welcome', () => {
  it('P16 says first that this is a computer programme, what is kept and how long', async () => {
    const [welcome] = await chat('nl').join();

    expect(welcome?.text.split('\n')[0]).toContain('computerprogramma');
    expect(welcome?.text).toContain('90 dagen');
  });

  it('is in English for a browser that is', async () => {
    const [welcome] = await chat('en').join();

    expect(welcome?.text.split('\n')[0]).toContain('computer programme');
  });

  it('offers everything there is as buttons that work', async () => {
    const teacher = chat('nl');
    const [welcome] = await teacher.join();

    for (const button of welcome?.buttons ?? []) {
      const answer = await chat('nl').say(button);
      expect(answer[0]?.text).not.toContain('snap ik niet');
    }
    expect(welcome?.buttons.length).toBeGreaterThanOrEqual(5);
  });
});

describe('a rehearsal', () => {
  it('begins with a briefing by the guide and the first words of the parent', async () => {
    const [briefing, opening] = await chat('nl').say('oefenen');

    expect(briefing).toMatchObject({ speaker: 'guide', kind: 'notice' });
    expect(opening).toMatchObject({
      speaker: 'parent',
      kind: 'line',
      turn: 0,
      name: content.scenarios[0]?.parent.name.nl,
    });
  });

  it('answers every sentence with one line of the parent and the state behind it', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');

    const answer = await teacher.say('Wat naar dat u dit van iemand anders moest horen.');

    expect(answer).toHaveLength(1);
    expect(answer[0]).toMatchObject({ speaker: 'parent', kind: 'line', turn: 1 });
    expect(answer[0]?.state).toHaveProperty('tension');
  });

  it('asks which scenario when there is more than one, and takes number, title or id', async () => {
    const [scenario] = content.scenarios;
    const second = { ...scenario, id: 'just-teasing', title: { nl: 'Het is maar plagen', en: 'Just teasing' } };
    const having = { ...content, scenarios: [scenario, second] } as typeof content;

    const [question] = await chat('nl', { having }).say('oefenen');

    expect(question?.buttons).toHaveLength(2);
    for (const answer of ['2', 'Het is maar plagen', 'just-teasing', 'plagen']) {
      const teacher = chat('nl', { having });
      await teacher.say('oefenen');
      expect((await teacher.say(answer))[0]?.text).toContain('Het is maar plagen');
    }
  });

  it('gives hints by degrees: where to look, which tip, two sentences', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');

    const hints = [await teacher.say('hint'), await teacher.say('hint'), await teacher.say('hint')].map(
      ([hint]) => hint,
    );

    expect(hints.every((hint) => hint?.kind === 'hint')).toBe(true);
    expect(new Set(hints.map((hint) => hint?.text)).size).toBe(3);
    expect(hints[2]?.text.match(/“/g)).toHaveLength(2);
  });

  it('shows what the parent thinks only when asked', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    const spoken = await teacher.say('Ach, dat hoort erbij op die leeftijd.');

    const [thought] = await teacher.say('gedachte');

    expect(of(spoken, 'thought')).toEqual([]);
    expect(thought).toMatchObject({ speaker: 'parent', kind: 'thought' });
  });

  it('waits in a pause and says what was said last', async () => {
    const teacher = chat('nl');
    const opening = lines(await teacher.say('oefenen'))[0]?.text ?? '';

    const [pause] = await teacher.say('pauze');

    expect(pause?.text).toContain(opening.split('\n')[0]);
    expect(lines(await teacher.say('Wat merkt u thuis?'))[0]?.turn).toBe(1);
  });

  it('goes back to any turn, and the same words then give the same answer', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    await teacher.say('Wat naar dat u dit van iemand anders moest horen.');
    const first = lines(await teacher.say('Hoe gaat het thuis met Sam?'));
    await teacher.say('Ach, het waait wel over.');

    const back = await teacher.say('terug 1');
    const again = lines(await teacher.say('Hoe gaat het thuis met Sam?'));

    expect(lines(back)[0]?.turn).toBe(1);
    expect(again.map(withoutButtons)).toEqual(first.map(withoutButtons));
  });

  it('is not thrown away by a word that belongs elsewhere', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    await teacher.say('Wat merkt u thuis aan Sam?');

    for (const word of ['help', 'tip', 'privacy', 'gereedschap', 'terugblik', 'oefenen', 'voorbereiden', 'taal']) {
      await teacher.say(word);
    }

    expect(lines(await teacher.say('Wat naar voor u.'))[0]?.turn).toBe(2);
  });

  it('ends at the word stop with a debrief that quotes the teacher, with turn and source', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    await teacher.say('U bent boos omdat u het van een andere moeder hoorde, en dat snap ik heel goed.');
    await teacher.say('Ach joh, het zijn kleuters, dat waait wel weer over.');

    const debrief = of([...(await teacher.say('stop')), ...(await teacher.say('verder'))], 'debrief')
      .map(({ text }) => text)
      .join('\n');

    expect(debrief).toContain('boos omdat u het van een andere moeder hoorde');
    expect(debrief).toContain('dat waait wel weer over');
    expect(debrief).toMatch(/Beurt 1:/);
    for (const tip of content.tips) expect(debrief).toContain(tip.name.nl);
    expect(teacher.kept.turns).toEqual([1, 2]);
    expect(new Set(teacher.kept.ended)).toEqual(new Set(['stopped']));
  });

  it('that nothing was said in ends without a verdict', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');

    const [debrief] = await teacher.say('stop');

    expect(debrief?.text).toContain('nog niets');
  });
});

describe('the other words', () => {
  it('tip: gives one message with two sentences, one to avoid and the source', async () => {
    const answer = await chat('nl').say('tip 2');

    expect(answer).toHaveLength(1);
    expect(answer[0]?.text.match(/^- “/gm)).toHaveLength(2);
    expect(answer[0]?.text).toMatch(/Liever niet/);
    expect(answer[0]?.text).toMatch(/Bron: .*2014/);
  });

  it('toolbox: opens every tool by its number', async () => {
    for (const [index, tool] of content.toolbox.entries()) {
      const [page] = await chat('en').say(`toolbox ${index + 1}`);
      expect(page?.text).toContain(tool.title.en);
    }
  });

  it('afterwards: shows what was rehearsed and what to try next', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    await teacher.say('Ach, dat waait wel over.');
    await teacher.say('stop');

    const [look] = await teacher.say('terugblik');

    expect(look?.text).toContain(content.scenarios[0]?.title.nl);
  });

  it('language: the guide goes on in the other language', async () => {
    const teacher = chat('nl');

    const [answer] = await teacher.say('taal');

    expect(answer?.text).toContain('English');
    expect((await teacher.say('help'))[0]?.text).toContain('rehearse');
  });

  it('an English word, typed in a Dutch chat, brings the guide over to English', async () => {
    const [briefing, opening] = await chat('nl').say('rehearse');

    expect(briefing?.text).toContain(content.scenarios[0]?.title.en);
    expect(opening?.name).toBe(content.scenarios[0]?.parent.name.en);
  });

  it('delete my data: asks once, and erases only after a yes', async () => {
    const teacher = chat('en');

    await teacher.say('delete my data');
    await teacher.say('no');
    expect(teacher.kept.erased).toBe(false);

    await teacher.say('delete my data');
    const [done] = await teacher.say('yes');
    expect(teacher.kept.erased).toBe(true);
    expect(done?.erased).toBe(true);
  });
});

describe('input that is no sentence', () => {
  it.each(['', '   ', '😀😀', 'asdfghjkl', '<script>alert(1)</script>', '\u202Eabc'])(
    'M13 gets a kind answer in the menu and in a talk: "%s"',
    async (text) => {
      const teacher = chat('nl');

      expect((await teacher.say(text))[0]?.speaker).toBe('guide');
      await teacher.say('oefenen');
      expect(lines(await teacher.say(text))).toHaveLength(1);
    },
  );

  it('M14 longer than 4,000 characters is declined, and the talk stays open', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');

    const [notice] = await teacher.say('a'.repeat(4001));

    expect(notice?.text).toContain('4000');
    expect(lines(await teacher.say('Wat merkt u thuis?'))[0]?.turn).toBe(1);
  });
});
