import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { browserOf, share } from '../bot/coach/browsing.ts';
import { aSchool, type CoachServer, type Person, startCoachServer } from '../bot/coach/coachServer.ts';
import { launchBrowser } from '../browser.ts';
import { openPersonTab } from './personTab.ts';

const SAID = [
  'Wat naar voor u dat het zo loopt.',
  'Ach, dat waait wel over. <script>alert(1)</script>',
  'U kent hem het best. Wat merkt u thuis aan hem?',
  'Ik bel u vrijdag om vier uur.',
] as const;

/** A teacher, two coaches of the same school, and one of another. */
describe('reading along, in the browser', () => {
  let browser: Browser;
  let server: CoachServer;

  beforeAll(async () => {
    server = await startCoachServer();
    browser = await launchBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const people = async () => {
    const school = aSchool();
    const teacher = server.person(school, 'Anne', ['teacher']);
    const [kim, bo] = [await server.addCoach(school, 'Kim'), await server.addCoach(school, 'Bo')];
    const id = await server.rehearse(teacher, SAID);
    return { school, teacher, kim, bo, id, address: `/mine/rehearsals/${id}` };
  };
  const tabOf = (person: Person, options = {}) => openPersonTab(browser, server, person, options);

  it('P02 P03 leads from sharing with a preview, over comments and a summary, to an answer and the way back', async () => {
    const { teacher, kim, bo, address } = await people();
    const [mine, hers] = [await tabOf(teacher), await tabOf(kim)];
    const faults: string[] = [];

    await mine.go(address);
    await mine.page.getByRole('link', { name: 'Delen met een coach' }).click();
    await mine.page.getByLabel('Met wie').selectOption(kim.userId);
    await mine.page.getByLabel('Wat wil je vragen?').fill('Was ik te snel?');
    faults.push(...(await mine.look('share-form')));
    await mine.press('Bekijk wat de coach gaat zien');
    faults.push(...(await mine.look('share-preview')));
    const preview = await mine.page.locator('.preview .reading').textContent();
    await mine.press('Deel met Kim');
    faults.push(...(await mine.look('shared')));
    const shared = await mine.words();

    await hers.go('/coach');
    faults.push(...(await hers.look('queue')));
    await hers.page.getByRole('link', { name: /Openen/ }).click();
    await hers.page.locator('.reading').waitFor();
    const seen = await hers.page.locator('.reading').textContent();
    faults.push(...(await hers.look('review')));
    await hers.unfold('Opmerking bij beurt 2');
    await hers.page.locator('#words-2').fill('dat waait wel over');
    await hers.page.locator('#text-2').fill('Hier maakte je het kleiner. Wat voelde zij?');
    await hers.press('Bewaar opmerking');
    await hers.unfold('Zetten van beurt 4');
    await hers.page.locator('#move-4').selectOption('overpromise');
    await hers.page.locator('#turn-4').getByRole('button', { name: 'Voeg toe' }).click();
    await hers.page.locator('#turn-4 .move', { hasText: 'belooft te veel' }).waitFor();
    await hers.page.getByRole('radio', { name: /meestal te zien De ouder merkt/ }).check();
    await hers.page.locator('#relationship-turns').fill('1, 3');
    await hers.press('Bewaar beschrijving');
    await hers.press('Verstuur naar de leerkracht');
    const refused = await hers.words();
    await hers.page.getByLabel('Dit was sterk').fill('Je begon met hoe het voor haar is.');
    await hers.page.getByLabel('Dit zou ik proberen').fill('Blijf nog even bij haar zorg.');
    faults.push(...(await hers.look('review-filled')));
    await hers.press('Verstuur naar de leerkracht');
    faults.push(...(await hers.look('review-sent')));
    const sent = await hers.words();

    await mine.go(address);
    await mine.page.locator('#reviews').waitFor();
    faults.push(...(await mine.look('teacher-reads')));
    const got = await mine.words();
    await mine.unfold('Antwoorden');
    await mine.page.getByLabel('Je antwoord').fill('Ze was bang, denk ik.');
    await mine.press('Antwoord');
    await hers.page.reload();
    const answered = await hers.words();

    expect(shared).toContain('Kim kan dit lezen tot en met');
    expect(seen?.replaceAll(/Opmerking bij beurt.*?Geen zet hier(?:Terug naar wat herkend was)?/gs, '')).toBe(preview);
    expect(refused).toContain('één ding dat sterk was');
    expect(sent).toContain('Verstuurd.');
    expect(got).toContain('Hier maakte je het kleiner. Wat voelde zij?');
    expect(got).toContain('Kim ziet hier: blijft bereikbaar, is duidelijk en eerlijk, belooft te veel');
    expect(got).toContain('Een goede relatie opbouwen: meestal te zien');
    expect(answered).toContain('Ze was bang, denk ik.');
    expect(server.told.filter(({ name }) => name === 'op-een-lijn/review-came')).toHaveLength(1);
    expect(faults).toEqual([]);
    expect([...mine.complaints, ...hers.complaints]).toEqual([]);
    expect(bo.roles.has('coach')).toBe(true);
    await mine.close();
    await hers.close();
  }, 90_000);

  it('Z02 Z13 takes the talk from the screen of a coach who is reading when the teacher takes it back', async () => {
    const { teacher, kim, id, address } = await people();
    const [page = ''] = await share(server, teacher, id, [kim]);
    const [mine, hers] = [await tabOf(teacher), await tabOf(kim)];
    await hers.go(page);
    await hers.unfold('Opmerking bij beurt 1');
    await hers.page.locator('#text-1').fill('Half getypt');
    await mine.go(address);
    const form = await browserOf(server, kim).token(page);

    const began = performance.now();
    const gone = hers.page.locator('.reading').waitFor({ state: 'detached' });
    await mine.page.getByRole('button', { name: 'Intrekken bij Kim' }).click();
    await gone;
    const took = performance.now() - began;
    await hers.page.waitForURL('**/coach?ended=1');
    const shown = await hers.words();
    await hers.page.goBack();
    const back = (await hers.page.locator('body').textContent()) ?? '';
    const late = await browserOf(server, kim).post(`${page}/comments`, { form, turn: '1', text: 'Toch nog' });
    const file = await browserOf(server, kim).get(`${page}/talk.csv`);

    process.stderr.write(`withdrawn and off the screen after ${Math.round(took)} ms\n`);
    expect(shown).toContain('wordt niet meer met je gedeeld');
    expect(shown).not.toContain('buikpijn');
    expect(back).not.toContain('buikpijn');
    expect([late.status, file.status]).toEqual([404, 404]);
    expect(hers.complaints).toEqual([]);
    await mine.close();
    await hers.close();
  }, 60_000);

  it('Z04 Z05 Z12 shows a coach of another school, and one who was not chosen, nothing of it', async () => {
    const { teacher, kim, bo, id } = await people();
    const [page = ''] = await share(server, teacher, id, [kim]);
    const stranger = await server.addCoach(aSchool(), 'Vreemd');
    const seen: string[] = [];

    for (const person of [bo, stranger]) {
      const tab = await tabOf(person);
      await tab.go(page);
      seen.push(await tab.words());
      await tab.go('/coach');
      seen.push(await tab.words());
      await tab.close();
    }

    expect(seen.join()).not.toContain('bouwhoek');
    expect(seen[0]).toContain('Hier staat niets');
  }, 60_000);

  it('lets two coaches code blind, and shows both where they agree once both have sent', async () => {
    const { teacher, kim, bo, id, address } = await people();
    const [forKim = '', forBo = ''] = await share(server, teacher, id, [kim, bo]);
    const [hers, his] = [await tabOf(kim), await tabOf(bo)];
    const faults: string[] = [];
    const work = async (tab: typeof hers, moves: readonly string[]) => {
      for (const [index, move] of moves.entries()) {
        const turn = tab.page.locator(`#turn-${index + 1}`);
        await turn.locator('summary', { hasText: 'Zetten' }).click();
        if (move === '') await tab.page.locator(`#turn-${index + 1} button[value="none"]`).click();
        else {
          await tab.page.locator(`#move-${index + 1}`).selectOption(move);
          await turn.getByRole('button', { name: 'Voeg toe' }).click();
        }
        await turn.getByText('nagekeken').waitFor();
      }
      for (const name of ['structure', 'relationship'])
        await tab.page.locator(`input[name="${name}"][value="mostly"]`).check();
      await tab.press('Bewaar beschrijving');
      await tab.page.getByLabel('Dit was sterk').fill('Je luisterde.');
      await tab.page.getByLabel('Dit zou ik proberen').fill('Vraag door.');
      await tab.press('Verstuur naar de leerkracht');
    };

    await hers.go(forKim);
    faults.push(...(await hers.look('blind')));
    const blind = await hers.words();
    await work(hers, ['show-understanding', 'minimise', 'ask-open-question', 'be-reachable']);
    const waiting = await hers.words();
    await his.go(forBo);
    const his1 = await his.words();
    await work(his, ['show-understanding', '', 'ask-open-question', 'overpromise']);
    await his.page.getByRole('link', { name: 'Bekijk waar jullie het eens zijn' }).click();
    await his.page.locator('.differs').first().waitFor();
    faults.push(...(await his.look('agreement')));
    const agreement = await his.words();
    await his.go('/coach/agreement');
    const all = await his.words();
    faults.push(...(await his.look('all-agreement')));
    await hers.go(`${forKim}/agreement`);
    const both = await hers.words();

    expect(blind).not.toContain('toont begrip: ');
    expect(blind).not.toContain('Waarom de spanning bewoog');
    expect(waiting).toContain('Bo nog niet');
    expect(his1).not.toContain('Je luisterde.');
    expect(agreement).toContain('Dit zijn maar 4 beurten');
    expect(agreement).toContain('Te weinig om op te bouwen.');
    expect(agreement).toMatch(/Alleen Kim.*maakt het kleiner/s);
    expect(both).toContain('Alleen Bo');
    expect(all).toContain('gedeeld worden: 1, met samen 4 beurten');
    expect(faults).toEqual([]);
    expect(address).toContain(id);
    await hers.close();
    await his.close();
  }, 120_000);

  it('has no problem that axe can find in dark, in forced colours and with more contrast', async () => {
    const { teacher, kim, id, address } = await people();
    const [page = ''] = await share(server, teacher, id, [kim], { question: 'Was ik te snel?' });
    const [mine, hers] = [await tabOf(teacher), await tabOf(kim)];
    await browserOf(server, kim).submit(page, `${page}/comments`, { turn: '2', words: 'waait', text: 'Kleiner.' });
    const looks = {
      dark: { colorScheme: 'dark' },
      forced: { forcedColors: 'active' },
      contrast: { contrast: 'more' },
    } as const;
    const faults: string[] = [];

    for (const [name, look] of Object.entries(looks)) {
      for (const [what, tab, path] of [
        ['review', hers, page],
        ['queue', hers, '/coach'],
        ['teacher', mine, address],
        ['share', mine, `${address}/share`],
      ] as const) {
        await tab.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', contrast: 'no-preference', ...look });
        await tab.go(path);
        faults.push(...(await tab.look(`${what}-${name}`)));
      }
    }

    expect(faults).toEqual([]);
    await mine.close();
    await hers.close();
  }, 120_000);

  it.each([
    ['a small phone', { width: 320, height: 568 }],
    ['a screen at 200 %', { width: 640, height: 400 }],
  ])(
    'fits %s without scrolling sideways',
    async (_, viewport) => {
      const { teacher, kim, id, address } = await people();
      const [page = ''] = await share(server, teacher, id, [kim], { question: 'Was ik te snel?' });
      await browserOf(server, kim).submit(page, `${page}/comments`, { turn: '2', words: 'waait', text: 'Kleiner.' });
      const wide: number[] = [];

      for (const [what, person, path] of [
        ['review', kim, page],
        ['queue', kim, '/coach'],
        ['share', teacher, `${address}/share`],
        ['teacher', teacher, address],
      ] as const) {
        const tab = await tabOf(person, { viewport });
        await tab.go(path);
        for (const folded of await tab.page.locator('.turn-work summary').all()) await folded.click();
        await tab.look(`${what}-${viewport.width}`);
        wide.push(Number(await tab.page.evaluate('document.documentElement.scrollWidth')));
        await tab.close();
      }

      expect(Math.max(...wide)).toBeLessThanOrEqual(viewport.width);
    },
    60_000,
  );

  it('can be worked through from queue to sending by keyboard alone', async () => {
    const { teacher, kim, id, address } = await people();
    await share(server, teacher, id, [kim]);
    const tab = await tabOf(kim);
    const { keyboard } = tab.page;
    const to = async (selector: string) => {
      for (let step = 0; step < 120; step += 1) {
        await keyboard.press('Tab');
        if (await tab.page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      }
      throw new Error(`${selector} cannot be reached with Tab`);
    };
    const enter = async () => {
      await Promise.all([tab.page.waitForNavigation(), keyboard.press('Enter')]);
    };

    await tab.go('/coach');
    await to('.talk a');
    await enter();
    await to('#turn-2 .work summary');
    await keyboard.press('Enter');
    await to('#words-2');
    await keyboard.type('waait wel over');
    await to('#text-2');
    await keyboard.type('Hier werd het kleiner.');
    await to('#turn-2 .work button');
    await enter();
    await to('input[name="structure"]');
    await keyboard.press('Space');
    await to('#structure-turns');
    await keyboard.type('1');
    await to('form[action$="/rubric"] button');
    await enter();
    await to('#strength');
    await keyboard.type('Je begon bij haar.');
    await to('#try');
    await keyboard.type('Vraag door.');
    await to('button[formaction$="/send"]');
    await enter();
    const sent = await tab.words();
    const got = await browserOf(server, teacher).read(address);

    expect(sent).toContain('Verstuurd.');
    expect(got).toContain('Hier werd het kleiner.');
    await tab.close();
  }, 90_000);

  it('loses nothing that was typed in one form when another is sent', async () => {
    const { teacher, kim, id } = await people();
    const [page = ''] = await share(server, teacher, id, [kim]);
    const tab = await tabOf(kim);
    await tab.go(page);
    await tab.page.getByLabel('Dit was sterk').fill('Nog niet bewaard.');
    await tab.page.locator('input[name="structure"][value="mostly"]').check();

    await tab.unfold('Opmerking bij beurt 1');
    await tab.page.locator('#text-1').fill('Mooi begin.');
    await tab.press('Bewaar opmerking');

    expect(await tab.page.getByLabel('Dit was sterk').inputValue()).toBe('Nog niet bewaard.');
    expect(await tab.page.locator('input[name="structure"][value="mostly"]').isChecked()).toBe(true);
    expect(await tab.page.evaluate('sessionStorage.length')).toBe(0);
    await tab.close();
  }, 60_000);

  it('works without a script, and shows the curve above the talk then', async () => {
    const { teacher, kim, id } = await people();
    const [page = ''] = await share(server, teacher, id, [kim]);
    const tab = await tabOf(kim, { javaScriptEnabled: false });

    await tab.go(page);
    await tab.unfold('Opmerking bij beurt 1');
    await tab.page.locator('#text-1').fill('Mooi begin.');
    await tab.press('Bewaar opmerking');

    expect(await tab.words()).toContain('Mooi begin.');
    const [curve, talk] = [tab.page.locator('.reading__curve'), tab.page.locator('.reading__talk')];
    const [above, below] = [await curve.boundingBox(), await talk.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    await tab.close();
  }, 60_000);

  it('shows in the curve which turn is being read, and takes selected words into the form', async () => {
    const { teacher, kim, id } = await people();
    const [page = ''] = await share(server, teacher, id, [kim]);
    const tab = await tabOf(kim, { viewport: { width: 1280, height: 500 } });
    await tab.go(page);
    const place = () => tab.page.locator('.curve-picture--narrow .curve-now').getAttribute('x1');
    const first = await place();

    await tab.page.locator('#turn-4 summary').first().scrollIntoViewIfNeeded();
    await tab.page.locator('#turn-4 summary').first().focus();
    await tab.page.locator('#turn-1 .utterance').selectText();

    expect(Number(await place())).toBeGreaterThan(Number(first));
    expect(await tab.page.locator('#words-1').inputValue()).toContain('Wat naar voor u');
    await tab.close();
  }, 60_000);

  it('narrows the talk to turning points, or to one tip', async () => {
    const { teacher, kim, id } = await people();
    const [page = ''] = await share(server, teacher, id, [kim]);
    const tab = await tabOf(kim);
    const turns = () => tab.page.locator('.said > li:not(#turn-0)').evaluateAll((all) => all.map((one) => one.id));

    await tab.go(page);
    await tab.page.getByLabel('Toon').selectOption('turning');
    await tab.page.getByRole('button', { name: 'Toon' }).click();
    await tab.page.waitForURL('**show=turning');
    const turning = await turns();
    await tab.go(`${page}?show=be-reachable`);

    expect(turning).toEqual(['turn-1', 'turn-2']);
    expect(await turns()).toEqual(['turn-4']);
    await tab.close();
  }, 60_000);
});
