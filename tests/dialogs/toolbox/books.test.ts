import { describe, expect, it } from '@jest/globals';
import { keptAfter, partUnder } from './keptAfter.ts';

describe('picture books', () => {
  it('are seven, with maker, publisher and year as the article gives them', async () => {
    const page = await keptAfter('nl', 'books', ['thuis']);
    const shelf = partUnder(page, 'De boeken');

    for (const book of [
      'Beertje Anders - Vijf afspraken, van H. Vos. Assen: DMS, 2008',
      'Hangoor, van D. Bruna. Amsterdam: Mercis Publishing, 2015',
      'Jacobus en de Vriendschapstaart, van S. Pont en M. Janssen. Houten: Van Goor, 2006',
      'Eentje Geentje. Het lieveheersbeestje, van E. van Dort en G. Westering. Zeist: Christofoor, 2006',
      'Het vervelende lieveheersbeestje, van E. Carle. Haarlem: Gottmer, 1993',
      'Hou op met pesten!, van C. Alexande. Antwerpen: De Vries-Brouwers, 2009',
      'Kom je met me spelen?, van Marieke ten Berge en Corien Oranje. Callenbach, 2011',
    ]) {
      expect(shelf).toContain(book);
    }
  });

  it('can be picked by number, or named from the own shelf', async () => {
    const picked = await keptAfter('en', 'books', ['in class', '2']);
    const own = await keptAfter('en', 'books', ['in class', 'The Invisible Boy']);

    expect(partUnder(picked, 'The books')).toMatch(/Hangoor/);
    expect(partUnder(picked, 'The books')).not.toContain('Carle');
    expect(partUnder(own, 'The books')).toContain('The Invisible Boy');
  });

  it('come with the six questions to ask while reading', async () => {
    const page = await keptAfter('nl', 'books', ['thuis']);

    expect(partUnder(page, 'Vragen onder het lezen').match(/\?/g)).toHaveLength(6);
  });
});
