import { describe, expect, it } from '@jest/globals';
import type { Content } from '../../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../../content/schema/locale.ts';
import { TIP_MOMENTS } from '../../../content/schema/tip.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { theContent } from '../../theContent.ts';
import { chat, type Said } from '../chat.ts';
import { cardProblems } from './cardProblems.ts';

const all: Content = theContent();
const texts = createTexts(all.messages);

/** Long enough to be near the most that a talk can hold, with words that move a parent both ways. */
const SENTENCES: Readonly<Record<Locale, readonly string[]>> = {
  nl: [
    'Wat heeft u gezien, en wat heeft uw kind er zelf over verteld toen het thuiskwam van school?',
    'Ik zie uw kind elke dag in de klas en op het plein, en u kent het veel langer; samen weten we meer.',
    'Ik hoor dat u zich grote zorgen maakt, en dat snap ik heel goed na alles wat u vertelt. Wat merkt u thuis aan uw kind?',
    'Dat is uw schuld, u had veel eerder moeten bellen en het niet zo lang mogen laten liggen, dat zeg ik u eerlijk.',
  ],
  en: [
    'What have you seen yourself, and what did your child tell you about it after coming home from school?',
    'I see your child every day in class and at playtime, and you have known your child much longer than I have.',
    'I hear that you are very worried, and I understand that well after all you have told me. What do you notice at home?',
    'That is your own fault, you should have rung much earlier instead of leaving it for so long, I tell you honestly.',
  ],
};
const LONGEST_TALK = 14;
const SHORT_TALK = 4;
const MOST_QUESTIONS = 25;

/** Every card among these, with what is wrong with it. */
function problemsIn(said: readonly Said[]): readonly string[] {
  return said.flatMap(({ card, text }) =>
    card ? cardProblems(card).map((problem) => `${text.slice(0, 40)}: ${problem}`) : [],
  );
}

describe.each(LOCALES)('every card in Teams (%s)', (locale) => {
  const t = texts(locale);
  const begin = (having: Content = all) => chat(locale, { having, cards: true });

  it('about a tip, at every moment and with its source, fits and has its buttons', async () => {
    const { say } = begin();
    const word = t('dialogs.word.tip');
    const wanted = all.tips.flatMap((_tip, index) => [
      `${word} ${index + 1}`,
      `${word} ${index + 1} ${t('dialogs.word.source')}`,
      ...TIP_MOMENTS.map((moment) => `${word} ${index + 1} ${t(`tips.moment.${moment}.word`)}`),
    ]);

    const said: Said[] = [];
    for (const words of [...wanted, `${word} 99`]) said.push(...(await say(words)));

    expect(said.filter(({ card }) => card)).toHaveLength(wanted.length + 1);
    expect(problemsIn(said)).toEqual([]);
  });

  it('about a tool, or all of them, fits and has its buttons', async () => {
    const { say } = begin();
    const word = t('dialogs.word.toolbox');

    const said: Said[] = [];
    for (const words of [word, ...all.toolbox.map(({ id }) => `${word} ${id}`)]) said.push(...(await say(words)));

    expect(said.filter(({ card }) => card)).toHaveLength(all.toolbox.length + 1);
    expect(problemsIn(said)).toEqual([]);
  });

  it('that welcomes, helps, tells about privacy or offers talks fits and has its buttons', async () => {
    const { say, join } = begin();

    const said = [...(await join())];
    for (const word of ['help', 'privacy', t('dialogs.word.rehearse')]) said.push(...(await say(word)));

    expect(said.every(({ card }) => card)).toBe(true);
    expect(problemsIn(said)).toEqual([]);
  });

  it.each(all.scenarios.map(({ id }, index) => [id, index === 0 ? LONGEST_TALK : SHORT_TALK] as const))(
    'of a talk fits: hints, estimate and each page of the debrief of %s after %i turns',
    async (id, turns) => {
      const { say } = begin();
      const said: Said[] = [...(await say(`${t('dialogs.word.rehearse')} ${id}`))];
      const isOver = () => said.at(-1)?.kind === 'debrief';
      for (let turn = 0; turn < turns && !isOver(); turn++) {
        said.push(...(await say(SENTENCES[locale][turn % 4] ?? '')));
      }
      if (!isOver()) for (const word of ['hint', 'stop']) said.push(...(await say(t(`dialogs.word.${word}`))));
      said.push(...(await say(t('dialogs.estimate.answer.same'))));
      for (const page of ['tips', 'lines', 'curve', 'short'])
        said.push(...(await say(t(`cards.debrief.${page}.word`))));

      expect(said.filter(({ kind, card }) => kind === 'debrief' && card).length).toBeGreaterThanOrEqual(6);
      expect(problemsIn(said)).toEqual([]);
    },
  );

  it.each(all.toolbox.map(({ id }) => id))('of the walk through %s fits, and so does what it ends in', async (id) => {
    const said = await walked(`${t('tools.word.make')} ${id}`);

    expect(said.filter(({ card }) => card).length).toBeGreaterThan(1);
    expect(problemsIn(said)).toEqual([]);
  });

  it('of the walk to a plan fits, and so does the plan', async () => {
    const said = await walked(t('dialogs.word.prepare'));

    expect(said.filter(({ card }) => card).length).toBeGreaterThan(15);
    expect(problemsIn(said)).toEqual([]);
  });

  /** Answers each question of the walk that begins with this word at length, or takes a choice, until there is something to keep. */
  async function walked(begins: string): Promise<readonly Said[]> {
    const talk = begin();
    const said: Said[] = [...(await talk.say(begins))];
    for (let asked = 0; asked < MOST_QUESTIONS && talk.kept.keepsakes.length === 0; asked++) {
      const before = said.length;
      said.push(...(await talk.say(SENTENCES[locale][0] ?? '')));
      const isNone = said.slice(before).some(({ text }) => text.includes(t('tools.chooseOne')));
      said.push(...(await talk.say(isNone ? '1' : t('tools.word.skip'))));
    }
    said.push(...(await talk.say(t('tools.word.done'))));
    return said;
  }
});

describe('a channel without cards', () => {
  it('gets none, and the same words', async () => {
    const plain = chat('nl', { having: all });
    const carded = chat('nl', { having: all, cards: true });

    const [without] = await plain.say('tip 3');
    const [withCard] = await carded.say('tip 3');

    expect(without).not.toHaveProperty('card');
    expect(withCard?.text).toBe(without?.text);
  });
});
