import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';
import { keptAfter, partUnder } from './keptAfter.ts';

const BULLYING = ['Hij mag nooit meedoen.', 'kleuters', 'ja', 'ja', 'nee', 'gehoord van één kant'];

describe('bullying, teasing or a quarrel', () => {
  it('answers with why, its doubt and what to do next', async () => {
    const page = await keptAfter('nl', 'bullying-or-not', BULLYING);

    expect(partUnder(page, 'Waar het op lijkt')).toContain('pesten');
    expect(partUnder(page, 'Waarom')).toMatch(/steeds opnieuw.*met opzet.*niet goed verweren/);
    expect(partUnder(page, 'Wat je nog niet weet')).toContain('van één kant');
    expect(partUnder(page, 'Wat je nu kunt doen')).toContain('wanneer jullie elkaar weer spreken');
  });

  it('says what differs for kindergartners, and only for them', async () => {
    const kindergarten = await keptAfter('nl', 'bullying-or-not', BULLYING);
    const older = await keptAfter('nl', 'bullying-or-not', BULLYING.with(1, 'oudere kinderen'));

    expect(partUnder(kindergarten, 'Bij kleuters')).toContain('proberen gedrag uit');
    expect(partUnder(older, 'Bij kleuters')).toBe('""');
  });

  it('says in English that it is not known yet when questions are skipped', async () => {
    const page = await keptAfter('en', 'bullying-or-not', ['They leave her out.', 'skip', 'skip', 'skip', 'skip']);

    expect(partUnder(page, 'What it looks like')).toContain('do not know yet');
  });

  it('asks again for one of the answers when it hears something else', async () => {
    const talk = chat('nl');
    for (const text of ['maken bullying-or-not', 'Hij mag nooit meedoen.', 'kleuters']) await talk.say(text);

    const [again] = await talk.say('soms wel, soms niet');

    expect(again?.text).toContain('Kies een van de antwoorden');
    expect(again?.buttons).toEqual(expect.arrayContaining(['Ja', 'Nee', 'Weet ik niet']));
  });

  it('rests on Olweus and on the article, and says so', async () => {
    const page = await keptAfter('nl', 'bullying-or-not', BULLYING);

    expect(page.sources.join(' ')).toMatch(/Olweus.*Van Niejenhuis/);
    expect(page.sources.join(' ')).not.toContain('Op één lijn');
  });
});
