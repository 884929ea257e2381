import type { Keepsake } from '../../../dialogs/keepsakes/keepsake.ts';

/** A keepsake with one of everything; state only what matters to the test. */
export function aKeepsake(changes: Partial<Keepsake> = {}): Keepsake {
  return {
    tool: 'vision',
    locale: 'nl',
    title: 'Onze visie',
    intro: 'Een eerste versie.',
    sections: [
      {
        heading: 'Alles',
        blocks: [
          { type: 'paragraph', text: 'Eerste regel\ntweede regel' },
          { type: 'paragraph', text: 'Eigen woorden', as: 'quote' },
          { type: 'list', items: ['één', 'twee'] },
          { type: 'list', items: ['eerst', 'dan'], as: 'numbers' },
          { type: 'list', items: ['af te vinken'], as: 'boxes' },
          { type: 'table', head: ['Moment', 'Wanneer'], rows: [['Ouderavond', '22 september']] },
          {
            type: 'cards',
            cards: [
              { title: 'Pluim', text: 'Goed gedaan', lines: 2 },
              { title: 'Pluim', text: 'Mooi samen gespeeld' },
              { title: 'Pluim', text: 'Dapper' },
            ],
          },
          { type: 'lines', label: 'Voor', count: 3 },
          {
            type: 'picture',
            title: 'De driehoek',
            picture: { kind: 'triangle', corners: ['Kind', 'Ouders', 'School'], sides: ['een', 'twee', 'drie'] },
            twin: ['Kind, ouders en school zijn de hoeken.'],
          },
        ],
      },
    ],
    sources: ['Van Niejenhuis, Huitsing & Veenstra (2015).'],
    madeAt: '2026-11-23T23:30:00.000Z',
    ...changes,
  };
}
