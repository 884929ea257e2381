import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';
import { keptAfter, partUnder } from './keptAfter.ts';

describe('something for home in between', () => {
  it('is a compliment card to print, with blank ones beside it', async () => {
    const page = await keptAfter('nl', 'in-between', [
      'kaartje met een pluim',
      'Vandaag zag ik dat je plaats maakte.',
      'Toen kon iedereen meedoen.',
    ]);
    const [sheet] = page.sections[0]?.blocks ?? [];

    expect(sheet?.type).toBe('cards');
    const cards = sheet?.type === 'cards' ? sheet.cards : [];
    expect(cards).toHaveLength(4);
    expect(cards[0]?.text).toContain('Vandaag zag ik dat je plaats maakte. Toen kon iedereen meedoen.');
    expect(cards.slice(1).every(({ lines }) => lines === 3)).toBe(true);
  });

  it('is a newsletter with room for what the children draw', async () => {
    const page = await keptAfter('nl', 'in-between', [
      'nieuwsbrief',
      'We oefenden samen spelen.',
      'Tekeningen.',
      'Met wie speelde je?',
    ]);

    expect(partUnder(page, 'Nieuws uit onze groep')).toContain('Beste ouders');
    expect(partUnder(page, 'Wat we doen')).toContain('We oefenden samen spelen.');
    expect(partUnder(page, 'Van de kinderen')).toContain('"type":"lines"');
    expect(partUnder(page, 'Een vraag voor thuis')).toContain('Met wie speelde je?');
  });

  it('is homework that goes with an exercise at school', async () => {
    const page = await keptAfter('en', 'in-between', ['joint homework', 'We practised helping.', '1']);

    expect(partUnder(page, 'What we did at school')).toContain('We practised helping.');
    expect(partUnder(page, 'For at home')).toContain('draw someone who helped you');
  });

  it('is one question for tonight', async () => {
    const page = await keptAfter('en', 'in-between', ['question for home', 'Who did you play with?']);

    expect(partUnder(page, 'A question for home')).toContain('Who did you play with?');
  });

  it('says on paper that talking comes first', async () => {
    const page = await keptAfter('nl', 'in-between', ['vraag voor thuis', 'Met wie speelde je?']);

    expect(JSON.stringify(page)).toContain('doen we liever dan schrijven');
  });

  it('asks no more than what was chosen needs', async () => {
    const talk = chat('en');
    await talk.say('make in-between');

    const [next] = await talk.say('compliment card');

    expect(next?.text).toContain('2 of 3');
  });
});
