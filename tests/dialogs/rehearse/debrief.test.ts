import { describe, expect, it } from '@jest/globals';
import { chat, type Said } from '../chat.ts';

const HELPS = 'Wat akelig dat u het van een andere moeder moest horen, en niet van mij.';
const HARMS = 'Ach, kleuters hebben nu eenmaal wel eens ruzie.';

/** The debrief after these sentences, in the order in which it is sent. */
async function debriefOf(...sentences: readonly string[]): Promise<readonly Said[]> {
  const teacher = chat('nl');
  await teacher.say('oefenen');
  for (const sentence of sentences) await teacher.say(sentence);
  await teacher.say('stop');
  return teacher.say('rustiger');
}

const folds = (said: readonly Said[]) => said.filter(({ fold }) => fold !== undefined);

describe('the debrief', () => {
  it('begins in short: the estimate, one strength, one thing to try', async () => {
    const [first] = await debriefOf(HELPS, HARMS);

    expect(first?.fold).toBeUndefined();
    expect(first?.text).toMatch(/Jij zei[\s\S]+Het model zegt[\s\S]+Sterk[\s\S]+volgende keer/);
    expect(first?.text.length).toBeLessThan(1000);
  });

  it('folds away what is for who wants to know more, each part under its own heading', async () => {
    const parts = folds(await debriefOf(HELPS, HARMS));

    expect(parts.map(({ fold }) => fold)).toEqual([
      'Per tip, met je eigen woorden',
      'Waarom de spanning bewoog, zin voor zin',
      'Om over na te denken, geen cijfer',
    ]);
    for (const { text, fold } of parts) expect(text.startsWith(`**${fold}**\n\n`)).toBe(true);
  });

  it('gives every sentence that counted in the ledger, under its turn', async () => {
    const sentences = Array.from({ length: 4 }, () => [HELPS, 'Wat merkt u thuis aan Sam?']).flat();
    const said = await debriefOf(...sentences);
    const ledger = folds(said)[1]?.text ?? '';

    for (const turn of sentences.keys()) expect(ledger).toContain(`**Beurt ${turn + 1}** (spanning `);
  });

  it('says only once how far the tension went', async () => {
    const said = await debriefOf(HELPS, HARMS);

    expect(said.filter(({ text }) => text.includes('De spanning ging van'))).toHaveLength(1);
  });

  it('names the tips that could have helped together, by turn', async () => {
    const tips = folds(await debriefOf(HELPS))[0]?.text ?? '';

    expect(tips.match(/had ook kunnen helpen/g)).toHaveLength(1);
  });

  it('ends with what it was about, and what one can do now', async () => {
    const last = (await debriefOf(HELPS, HARMS)).at(-1);

    expect(last?.text).toContain('Waar het vandaag echt om ging');
    expect(last?.buttons.length).toBeLessThanOrEqual(5);
    expect(last?.buttons).toContain('opnieuw dat moment');
  });
});
