import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../content/schema/locale.ts';
import { MOVES, type Move } from '../../../content/schema/move.ts';
import { movesIn } from './lexicon.ts';

const said: readonly (readonly [move: Move, locale: Locale, turn: string])[] = [
  ['show-understanding', 'nl', 'Ik zie aan u hoe moe u hiervan bent.'],
  ['show-understanding', 'en', 'No wonder you are worried sick.'],
  ['ask-open-question', 'nl', 'Wat viel u het meeste op?'],
  ['ask-open-question', 'en', 'What was that like for her?'],
  ['appreciate', 'nl', 'Fijn dat u de tijd neemt om te komen.'],
  ['appreciate', 'en', 'I really appreciate you bringing this up.'],
  ['name-expertise', 'nl', 'U kent hem veel langer dan ik.'],
  ['name-expertise', 'en', 'Nobody knows her better than you do.'],
  ['appeal-responsibility', 'nl', 'Hoe kunnen we dit samen aanpakken?'],
  ['appeal-responsibility', 'en', 'Would you be willing to talk to him about it?'],
  ['explicit-expectations', 'nl', 'Wat verwacht u van mij als juf?'],
  ['explicit-expectations', 'en', 'You can expect an honest answer from us.'],
  ['clear-honest-realistic', 'nl', 'Dat had ik u moeten vertellen.'],
  ['clear-honest-realistic', 'en', 'I cannot promise that it will stop this week.'],
  ['be-reachable', 'nl', 'Bel me gerust als er iets is.'],
  ['be-reachable', 'en', 'You can always send me a message.'],
  ['propose-face-to-face', 'nl', 'Zullen we hier even samen voor gaan zitten?'],
  ['propose-face-to-face', 'en', 'I would rather talk about this in person.'],
  ['defensive', 'nl', 'U bent de eerste die daarover klaagt.'],
  ['defensive', 'en', 'I cannot watch thirty children at once.'],
  ['blame-parent', 'nl', 'Dat komt gewoon door de opvoeding thuis.'],
  ['blame-parent', 'en', 'You let her get away with everything.'],
  ['minimise', 'nl', 'Het was maar een geintje.'],
  ['minimise', 'en', 'They will be friends again tomorrow.'],
  ['jargon', 'nl', 'Dat nemen we mee in de HGPD-bespreking.'],
  ['jargon', 'en', 'He will get an IEP with differentiated provision.'],
  ['overpromise', 'nl', 'Ik garandeer u dat dit nooit meer gebeurt.'],
  ['overpromise', 'en', 'From now on nobody will ever tease her again.'],
  ['command-threaten', 'nl', 'U moet zorgen dat hij op tijd komt, anders volgt er een melding.'],
  ['command-threaten', 'en', 'If this goes on we will have to exclude him.'],
  ['premature-advice', 'nl', 'Heeft u al eens een beloningskaart geprobeerd?'],
  ['premature-advice', 'en', 'If I were you I would limit his screen time.'],
  ['deflect', 'nl', 'Daarvoor moet u bij de directeur zijn.'],
  ['deflect', 'en', 'You will have to ask the office about that.'],
  ['closed-leading-question', 'nl', 'Slaapt ze de laatste tijd goed?'],
  ['closed-leading-question', 'en', 'Is he like that at home too?'],
  ['break-confidentiality', 'nl', 'De moeder van Jesse ligt in het ziekenhuis.'],
  ['break-confidentiality', 'en', 'It was Mohammed who started it.'],
];

describe('each move', () => {
  it.each(said)('%s is heard in %s: %s', (move, locale, turn) => {
    expect(movesIn(turn, locale)).toContain(move);
  });

  it('has a sentence here in both languages', () => {
    const covered = new Set(said.map(([move, locale]) => `${move} ${locale}`));

    expect(covered.size).toBe(2 * MOVES.length);
  });
});
