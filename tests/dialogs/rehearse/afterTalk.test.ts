import { describe, expect, it } from '@jest/globals';
import { theContent } from '../../theContent.ts';
import { chat, type Said } from '../chat.ts';

const lines = (said: readonly Said[]) => said.filter(({ speaker, kind }) => speaker === 'parent' && kind === 'line');
const textOf = (said: readonly Said[]) => said.map(({ text }) => text).join('\n');
const briefings = (said: readonly Said[]) => said.filter(({ text }) => text.includes('Waar je naartoe werkt'));

const HELPS = 'Wat akelig dat u het van een andere moeder moest horen, en niet van mij.';
const HARMS = 'Ach, kleuters hebben nu eenmaal wel eens ruzie.';
const PROMISES = 'Ik beloof u dat het nooit meer zal gebeuren.';

/** A teacher who has said these sentences to the parent. */
async function talked(...sentences: readonly string[]) {
  const teacher = chat('nl');
  await teacher.say('oefenen');
  for (const sentence of sentences) await teacher.say(sentence);
  return teacher;
}

/** A teacher who has also stopped and read the debrief. */
async function debriefed(...sentences: readonly string[]) {
  const teacher = await talked(...sentences);
  await teacher.say('stop');
  await teacher.say('verder');
  return teacher;
}

describe('the end of a talk', () => {
  it('first asks how it went, with the words at the moments that moved', async () => {
    const teacher = await talked(HELPS, HARMS);

    const end = await teacher.say('stop');

    expect(end).toHaveLength(1);
    expect(end[0]).toMatchObject({ speaker: 'guide', kind: 'debrief' });
    expect(end[0]?.text).toContain(HELPS);
    expect(end[0]?.text).toContain(HARMS);
    expect(end[0]?.text).toContain('Eerst jij');
  });

  it('puts the own estimate beside what the model says', async () => {
    const teacher = await talked(HELPS);
    await teacher.say('stop');

    const [first] = await teacher.say('Volgens mij is ze een stuk rustiger.');

    expect(first?.text).toContain('Volgens mij is ze een stuk rustiger');
    expect(first?.text).toContain('Dat zag je goed');
  });

  it('does not take a denied word for the estimate itself', async () => {
    const teacher = await talked(HELPS);
    await teacher.say('stop');

    const [first] = await teacher.say('Niet echt rustiger, denk ik.');

    expect(first?.text).not.toContain('Dat zag je goed');
  });

  it('takes an answer in any wording without judging it', async () => {
    const teacher = await talked(HARMS);
    await teacher.say('stop');

    const debrief = await teacher.say('Geen idee, het ging zo snel.');

    expect(debrief[0]?.text).toContain('Geen idee, het ging zo snel.');
    expect(debrief[0]?.text).not.toContain('Dat zag je goed');
    expect(debrief.filter(({ kind }) => kind === 'debrief').length).toBeGreaterThan(2);
  });

  it.each(['stop', 'verder', 'hint', ''])('gives the rest at once at "%s"', async (word) => {
    const teacher = await talked(HELPS);
    await teacher.say('stop');

    const debrief = await teacher.say(word);

    expect(textOf(debrief)).toContain('Per tip');
    expect(textOf(debrief)).not.toContain('Jij zei');
  });

  it('answers a tip asked for in between and keeps the question open', async () => {
    const teacher = await talked(HELPS);
    await teacher.say('stop');

    const between = await teacher.say('tip 2');

    expect(between[0]?.kind).toBe('tip');
    expect(between.at(-1)?.buttons).toContain('verder');
    expect(textOf(await teacher.say('rustiger'))).toContain('Per tip');
  });

  it('gives way to another talk without the estimate', async () => {
    const teacher = await talked(HELPS);
    await teacher.say('stop');

    expect(briefings(await teacher.say('oefenen'))).toHaveLength(1);
  });
});

describe('after the debrief', () => {
  it('every button leads somewhere', async () => {
    const teacher = await talked(HELPS, HARMS);
    await teacher.say('stop');
    const buttons = (await teacher.say('verder')).at(-1)?.buttons ?? [];

    expect(buttons).toHaveLength(5);
    for (const button of buttons) {
      const answer = await (await debriefed(HELPS, HARMS)).say(button);
      expect(textOf(answer)).not.toMatch(/voorbij|snap ik niet|geen gesprek open/);
    }
  });

  it('goes back to just before the sentence to try otherwise, and keeps the old try', async () => {
    const teacher = await debriefed(HELPS, HARMS);

    const back = await teacher.say('opnieuw dat moment');
    const again = await teacher.say('U maakt zich zorgen om Sam, en dat snap ik.');

    expect(lines(back)[0]?.turn).toBe(1);
    expect(back[0]?.text).toContain('Wat je net probeerde, bewaar ik');
    expect(lines(again)[0]?.turn).toBe(2);
    expect(again.at(-1)?.text).toMatch(/Vorige zin: spanning \d+ → \d+[\s\S]*Deze zin: spanning \d+ → \d+/);
  });

  it('goes back to any turn by number', async () => {
    const teacher = await debriefed(HELPS, HARMS, HELPS);

    expect(lines(await teacher.say('terug 0'))[0]?.turn).toBe(0);
  });

  it('compares the tries in the next debrief', async () => {
    const teacher = await debriefed(HELPS, HARMS);
    await teacher.say('opnieuw dat moment');
    await teacher.say('U maakt zich zorgen om Sam, en dat snap ik.');
    await teacher.say('stop');

    expect(textOf(await teacher.say('verder'))).toContain('Je probeerde een stuk opnieuw');
  });

  it('begins the next talk with what was promised in the last', async () => {
    const teacher = await debriefed(PROMISES);

    const next = await teacher.say('vervolg');

    expect(next[0]?.text).toContain('een paar weken later');
    expect(next[0]?.text).toContain('Je beloofde wat niemand in de hand heeft');
    expect(lines(next)[0]?.text).toContain('nooit meer');
  });

  it('remembers the last talk for a next one, also once it was closed', async () => {
    const teacher = await debriefed(PROMISES);
    await teacher.say('stop');

    expect(lines(await teacher.say('vervolg'))[0]?.text).toContain('nooit meer');
  });

  it('makes the same talk harder, and says so', async () => {
    const teacher = await debriefed(HELPS);

    const harder = await teacher.say('moeilijker');

    expect(textOf(harder)).toContain('Niveau: pittig.');
    expect(lines(harder)[0]?.turn).toBe(0);
  });

  it('lets help and tips come in between and stays where it was', async () => {
    const teacher = await debriefed(HELPS, HARMS);
    await teacher.say('help');
    await teacher.say('tip');

    expect(lines(await teacher.say('opnieuw dat moment'))).toHaveLength(1);
  });

  it('says kindly that the talk is over when a sentence comes in', async () => {
    const teacher = await debriefed(HELPS);

    const [answer] = await teacher.say('Dank je wel!');

    expect(answer?.text).toContain('voorbij');
    expect(answer?.buttons).toContain('vervolg');
  });

  it('says goodbye with a way on', async () => {
    const teacher = await debriefed(HELPS);

    const [bye] = await teacher.say('stop');

    expect(bye?.buttons).toEqual(expect.arrayContaining(['oefenen', 'terugblik']));
  });

  it('gives the preparation the floor', async () => {
    const teacher = await debriefed(HELPS);

    expect(textOf(await teacher.say('voorbereiden'))).toContain('Over welk kind gaat het?');
  });

  it('keeps nothing of the talk once everything is erased', async () => {
    const teacher = await debriefed(HELPS);
    await teacher.say('verwijder mijn gegevens');
    await teacher.say('ja');

    expect(textOf(await teacher.say('opnieuw dat moment'))).toContain('geen gesprek open');
    expect(textOf(await teacher.say('vervolg'))).not.toContain('een paar weken later');
  });
});

describe("the parent's chair", () => {
  it('shows each turn from that side, with a thought, and ends on the own chair', async () => {
    const teacher = await debriefed(HELPS, HARMS);

    const seen = [await teacher.say('wissel'), await teacher.say('verder'), await teacher.say('verder')].map(textOf);
    const end = textOf(await teacher.say('verder'));

    expect(seen[1]).toContain(HELPS);
    expect(seen[2]).toContain(HARMS);
    for (const text of seen) expect(text).toMatch(/Je dacht: \*.+\*/);
    expect(end).toContain('je eigen stoel');
  });

  it('can be taken in the middle of a talk, which then goes on', async () => {
    const teacher = await talked(HELPS);
    await teacher.say('wissel');

    await teacher.say('stop');

    expect(lines(await teacher.say(HARMS))[0]?.turn).toBe(2);
  });

  it('waits until something was said', async () => {
    const teacher = await talked();

    expect(textOf(await teacher.say('wissel'))).toContain('nog niets gezegd');
    expect(lines(await teacher.say(HELPS))[0]?.turn).toBe(1);
  });
});

describe('a level of difficulty', () => {
  it('is chosen behind the scenario', async () => {
    const begun = await chat('nl').say('oefenen left-out-in-the-block-corner pittig');

    expect(begun[0]?.text).toContain('Je koos pittig');
  });

  it('can be chosen before the first sentence, and no more after it', async () => {
    const teacher = await talked();

    expect(textOf(await teacher.say('makkelijker'))).toContain('Niveau: rustig.');
    await teacher.say(HELPS);
    expect(textOf(await teacher.say('Makkelijker.'))).toContain('voor je eerste zin, of na afloop');
    expect(lines(await teacher.say(HARMS))[0]?.turn).toBe(2);
  });
});

describe('a talk by the clock', () => {
  const having = theContent();
  const atTheDoor = async () => {
    const teacher = chat('nl', { having });
    const begun = await teacher.say('oefenen at-the-classroom-door');
    return { teacher, begun };
  };

  it('is offered before the first sentence where the scenario has a clock', async () => {
    const { begun } = await atTheDoor();

    expect(begun.at(-1)?.buttons).toContain('op tijd');
  });

  it('says now and then how much is left, and ends when the time is up', async () => {
    const { teacher } = await atTheDoor();
    await teacher.say('op tijd');
    teacher.wait(30);
    const early = await teacher.say('Wat naar voor Noor, en voor u.');
    teacher.wait(100);
    const late = await teacher.say('Ik had u gisteren moeten bellen.');
    teacher.wait(60);
    const over = await teacher.say('Hoe is het nu met haar arm?');

    expect(early).toHaveLength(1);
    expect(late.at(-1)?.text).toContain('Nog een minuut');
    expect(lines(over)[0]?.text).toMatch(/bel gaat/);
    expect(over.at(-1)?.text).toContain('De tijd was om');
  });

  it('stands still in a pause and while a hint is read', async () => {
    const { teacher } = await atTheDoor();
    await teacher.say('op tijd');
    await teacher.say('pauze');
    teacher.wait(600);
    await teacher.say('Wat naar voor Noor, en voor u.');
    teacher.wait(600);
    await teacher.say('hint');

    const answer = await teacher.say('Ik had u gisteren moeten bellen.');

    expect(answer.map(({ kind }) => kind)).not.toContain('debrief');
  });

  it('is not there in a talk that has all the time', async () => {
    const teacher = await talked();

    expect(textOf(await teacher.say('op tijd'))).toContain('geen klok');
  });
});
