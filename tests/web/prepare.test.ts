import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser, screenshot } from '../browser.ts';
import { faultsOf } from './axe.ts';
import { type ChatTab, openChatTab } from './chatTab.ts';
import { type Product, startProduct } from './product.ts';

/** Thirty sentences, a restart, a page, a talk. */
const WHOLE_WALK_MS = 120_000;

/** What one teacher types, and what is then on the screen. */
interface Walk {
  readonly begin: string;
  readonly first: readonly (readonly [say: string, hear: string])[];
  readonly afterRestart: readonly (readonly [say: string, hear: string])[];
  readonly resume: string;
  readonly readAndPrint: string;
  readonly word: string;
  readonly calendar: string;
  readonly page: readonly string[];
  readonly rehearse: string;
  readonly title: string;
  readonly sentence: string;
}

const NL: Walk = {
  begin: 'Ik heb donderdag een gesprek',
  first: [
    ['Robin', '2 van 19'],
    ['Valt erbuiten', '3 van 19'],
    ['Bij het buitenspelen staat Robin steeds alleen.', '4 van 19'],
    ['Boos of teleurgesteld', '5 van 19'],
    ['weet ik niet', 'Maak deze zin af'],
    ['Dat we één afspraak maken.', '6 van 19'],
    ['Boosheid', '7 van 19'],
  ],
  resume: 'Wat zou de ouder willen',
  afterRestart: [
    ['Dat iemand kijkt in de pauze.', '8 van 19'],
    ['Hoe Robin uit school komt.', '9 van 19'],
    ['half vier', '15.30 uur'],
    ['overslaan', '11 van 19'],
    ['Ik begrijp dat u boos bent, maar u moet ook onze kant zien.', 'neem je het begrip weer terug'],
    ['Wat naar dat Robin er steeds buiten valt. Hoe is dat voor u?', 'toont begrip'],
    ['zo laten', '12 van 19'],
    ['U kent Robin veel beter dan ik. Wat merkt u thuis?', 'Mooi.'],
    ['zo laten', '13 van 19'],
    ['overslaan', '14 van 19'],
    ['Wat verwacht u van mij?', 'Mooi.'],
    ['zo laten', '15 van 19'],
    ['Ik kan niet beloven dat het morgen over is. Ik kijk wel elke pauze mee.', 'Mooi.'],
    ['zo laten', '16 van 19'],
    ['Ik bel u een week later om te horen hoe het gaat.', 'Laat je hem zo'],
    ['zo laten', '17 van 19'],
    ['goed', '18 van 19'],
    ['Ik kijk elke pauze mee. De ouder vraagt hoe het ging.', '19 van 19'],
    ['goed', 'Je plan staat klaar'],
  ],
  readAndPrint: 'Lezen en afdrukken',
  word: 'Openen in Word',
  calendar: 'In je agenda zetten',
  page: [
    'Mijn gesprek over Robin',
    'Dat we één afspraak maken.',
    'Wat naar dat Robin er steeds buiten valt.',
    '15.30 uur',
  ],
  rehearse: 'oefen mijn gesprek',
  title: 'Jouw eigen gesprek over Robin',
  sentence: 'Wat verdrietig dat Robin er steeds buiten valt. Hoe is dat thuis?',
};

const EN: Walk = {
  begin: 'I have a talk on Thursday',
  first: [
    ['Robin', '2 of 19'],
    ['Learning is hard', '3 of 19'],
    ['Robin freezes during dictations.', '4 of 19'],
    ['Worried or afraid', '5 of 19'],
    ["don't know", 'Finish this sentence'],
    ['That we agree on one small step.', '6 of 19'],
    ['Worry', '7 of 19'],
  ],
  resume: 'What might the parent want',
  afterRestart: [
    ['To hear that we see it.', '8 of 19'],
    ['How homework goes.', '9 of 19'],
    ['half past three', '15:30'],
    ['skip', '11 of 19'],
    ['I understand that you are worried, but it is not that bad.', 'takes your understanding back'],
    ['I can imagine that you are worried about Robin. What is it like at home?', 'Good.'],
    ['leave it', '12 of 19'],
    ['You know Robin far better than I do. What do you notice at home?', 'Good.'],
    ['leave it', '13 of 19'],
    ['skip', '14 of 19'],
    ['What do you expect of me?', 'Good.'],
    ['leave it', '15 of 19'],
    ["I can't promise that it will be over soon. What I can do is practise every day.", 'Good.'],
    ['leave it', '16 of 19'],
    ['I will ring you a week later to hear how things are.', 'Leave it like this'],
    ['leave it', '17 of 19'],
    ['fine', '18 of 19'],
    ['I practise every day. The parent reads with Robin.', '19 of 19'],
    ['fine', 'Your plan is ready'],
  ],
  readAndPrint: 'Read and print',
  word: 'Open in Word',
  calendar: 'Add to your calendar',
  page: [
    'My talk about Robin',
    'That we agree on one small step.',
    'I can imagine that you are worried about Robin.',
    '15:30',
  ],
  rehearse: 'rehearse my talk',
  title: 'Your own talk about Robin',
  sentence: 'How hard to see that learning is such a struggle for Robin. What is it like at home?',
};

/** The whole product, as a teacher meets it. */
describe('preparing a talk in the browser', () => {
  let browser: Browser;
  let product: Product;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function walk(tab: ChatTab, steps: Walk['first']): Promise<void> {
    for (const [say, hear] of steps) {
      await tab.say(say);
      await tab.answered(hear);
    }
  }

  async function addressOf(tab: ChatTab, name: string): Promise<string> {
    return (await tab.page.getByRole('link', { name }).last().getAttribute('href')) ?? '';
  }

  it.each([
    ['nl', NL],
    ['en', EN],
  ])(
    'goes from the day of the talk, through a restart, to the page and the own talk (%s)',
    async (language, said) => {
      const tab = await openChatTab(browser, `${product.url}/?lang=${language}`);
      await tab.page.locator('.message--menu').first().waitFor();
      await walk(tab, [[said.begin, '1'], ...said.first]);
      await screenshot(tab.page, `prepare-question-${language}`);
      await product.restart();
      await tab.page.reload();
      await tab.answered(said.resume);
      await walk(tab, said.afterRestart);
      await screenshot(tab.page, `prepare-plan-${language}`);

      const page = await tab.page.context().newPage();
      await page.goto(await addressOf(tab, said.readAndPrint));
      await page.screenshot({ path: `tests/artefacts/prepare-page-${language}.png`, fullPage: true });
      const read = (await page.locator('main').textContent()) ?? '';
      const faults = await faultsOf(page);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const word = Buffer.from(await (await fetch(await addressOf(tab, said.word))).arrayBuffer());
      const calendar = await (await fetch(await addressOf(tab, said.calendar))).text();

      await tab.say(said.rehearse);
      await tab.page.locator('.message--line').first().waitFor();
      await tab.say(said.sentence);
      await tab.page.locator('.message--line').nth(1).waitFor();
      await screenshot(tab.page, `prepare-own-talk-${language}`);
      await tab.say('stop');
      await tab.page.locator('.message--debrief').first().waitFor();
      const transcript = (await tab.transcript()).join('\n');

      for (const words of said.page) expect(read).toContain(words);
      expect(faults).toEqual([]);
      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
      expect(word.toString('latin1', 0, 2)).toBe('PK');
      expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(4);
      expect(transcript).toContain(said.title);
      expect(tab.complaints).toEqual([]);
      await tab.close();
    },
    WHOLE_WALK_MS,
  );

  it('keeps nothing of the own talk once the teacher deletes their data', async () => {
    const tab = await openChatTab(browser, `${product.url}/?lang=nl`);
    await tab.page.locator('.message--menu').first().waitFor();
    await walk(tab, [
      ['voorbereiden', '1 van 19'],
      ['Wipneus', '2 van 19'],
      ['Vaak te laat', '3 van 19'],
    ]);
    await tab.say('oefen mijn gesprek');
    await tab.page.locator('.message--line').first().waitFor();
    const before = ownTalksIn(product.folder);
    await tab.say('stop');
    await tab.page.locator('.message--debrief').first().waitFor();

    await walk(tab, [
      ['verwijder mijn gegevens', 'Weet je het zeker'],
      ['ja', 'Alles is gewist'],
    ]);

    expect(before.filter((scenario) => scenario.includes('Wipneus'))).toHaveLength(1);
    expect(ownTalksIn(product.folder).filter((scenario) => scenario.includes('Wipneus'))).toEqual([]);
    await tab.close();
  });
});

/** The scenarios made from own answers that the database holds, as JSON. */
function ownTalksIn(folder: string): readonly string[] {
  const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.db'));
  const database = new DatabaseSync(join(folder, file), { readOnly: true });
  const rows = database.prepare("SELECT scenario FROM scenario_revisions WHERE scenario_id = 'own-case'").all();
  database.close();
  return rows.map((row) => String(row['scenario']));
}
