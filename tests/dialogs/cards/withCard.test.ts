import { describe, expect, it } from '@jest/globals';
import { guideSays } from '../../../dialogs/activities.ts';
import { cardText } from '../../../dialogs/cards/cardBody.ts';
import { type CardLook, cardIn, withCard } from '../../../dialogs/cards/withCard.ts';
import type { DialogTurn } from '../../../dialogs/dialogTurn.ts';
import { cardProblems } from './cardProblems.ts';

const turn = {
  services: { cards: true, newId: () => 'made-for-this-card' },
  t: (key: string, { words }: { words: string }) => `${key} ${words}`,
} as unknown as DialogTurn;
const message = guideSays('nl', 'tip', '**Hallo**', { suggestions: [{ title: 'Verder', value: 'verder' }] });
const look = (more: Partial<CardLook> = {}): CardLook => ({ body: [cardText('Hallo')], ...more });
const carded = (more: Partial<CardLook> = {}) => withCard(turn, message, () => look(more));
const wire = (card: object | undefined) => JSON.parse(JSON.stringify(card ?? null));

describe('a message with a card', () => {
  it('keeps its words, for the log and for who cannot be shown a card', () => {
    expect(carded().text).toBe('**Hallo**');
    expect(wire(cardIn(carded()))).toMatchObject({ version: '1.5', fallbackText: 'Hallo' });
  });

  it('has its buttons on the card and not beside it', () => {
    expect(carded({ buttons: [{ title: 'Verder', value: 'verder' }] })).not.toHaveProperty('suggestedActions');
  });

  it('has a button that sends the same in both of its forms, with a nonce of its own', () => {
    const [first, second] = wire(
      cardIn(
        carded({
          buttons: [
            { title: 'Verder', value: 'verder', isInPlace: true, on: 'here' },
            { title: 'Terug', value: 'terug' },
          ],
        }),
      ),
    ).actions;

    expect(first).toMatchObject({
      type: 'Action.Execute',
      verb: 'say',
      data: { nonce: 'made-for-this-card.0', say: 'verder', here: true, on: 'here' },
      fallback: { type: 'Action.Submit', title: 'Verder', data: first.data },
    });
    expect(second.data).toEqual({ nonce: 'made-for-this-card.1', say: 'terug' });
  });

  it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', '\tjavascript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'W03 leads nowhere by %j',
    (url) => {
      expect(wire(cardIn(carded({ links: [{ title: 'Pagina', url }] })))).not.toHaveProperty('actions');
    },
  );

  it('has six buttons at most, links before words, and only links that lead somewhere from anywhere', () => {
    const buttons = Array.from({ length: 6 }, (_, index) => ({ title: `Knop ${index}`, value: 'x' }));
    const links = [
      { title: 'Pagina', url: 'https://gesprek.example/k/1' },
      { title: 'Hier', url: '/k/1' },
    ];
    const { actions } = wire(cardIn(carded({ buttons, links })));

    expect(actions.map(({ title }: { title: string }) => title)).toEqual([
      'Pagina',
      'Knop 0',
      'Knop 1',
      'Knop 2',
      'Knop 3',
      'Knop 4',
    ]);
    expect(cardProblems(wire(cardIn(carded({ buttons, links }))))).toEqual([]);
  });

  it('names the words of buttons that it has no room for', () => {
    const buttons = Array.from({ length: 7 }, (_, index) => ({ title: `Knop ${index}`, value: `woord ${index}` }));

    expect(wire(cardIn(carded({ buttons }))).body.at(-1).text).toBe('teams.alsoType **woord 6**');
  });

  it('comes in words alone, with its buttons, when the card would be too large', () => {
    const large = carded({ body: [cardText('x'.repeat(30_000))] });

    expect(large).toBe(message);
  });

  it('comes in words alone where no cards are shown', () => {
    const elsewhere = { services: { cards: false } } as unknown as DialogTurn;

    expect(withCard(elsewhere, message, () => look())).toBe(message);
  });
});
