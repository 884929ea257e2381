import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';
import { keptAfter, partUnder } from './keptAfter.ts';

describe('talking at home', () => {
  it('asks only what fits the age: the day for older ones, a book for younger ones', async () => {
    const older = await keptAfter('nl', 'talk-at-home', ['oudere kleuter']);
    const younger = await keptAfter('nl', 'talk-at-home', ['jonge kleuter']);

    expect(older.sections.map(({ heading }) => heading)).not.toContain('Samen een boekje lezen');
    expect(younger.sections.map(({ heading }) => heading)).not.toContain('Terugkijken op de dag');
  });

  it('gives all four and all six questions when none is chosen', async () => {
    const page = await keptAfter('en', 'talk-at-home', ['both']);

    for (const [heading, count] of [
      ['Looking back on the day', 4],
      ['Reading a book together', 6],
    ] as const) {
      const [list] = page.sections.find((section) => section.heading === heading)?.blocks ?? [];
      expect(list?.type === 'list' ? list.items : []).toHaveLength(count);
    }
  });

  it('takes one or two questions by number', async () => {
    const page = await keptAfter('nl', 'talk-at-home', ['oudere kleuter', '1 en 3']);

    expect(partUnder(page, 'Terugkijken op de dag')).toContain('Hoe was je dag op school?');
    expect(partUnder(page, 'Terugkijken op de dag')).toContain('Met wie was je');
    expect(partUnder(page, 'Terugkijken op de dag')).not.toContain('leukst');
  });

  it('puts who the book is about into the questions', async () => {
    const page = await keptAfter('nl', 'talk-at-home', ['jonge kleuter', 'de mus']);

    expect(partUnder(page, 'Samen een boekje lezen')).toContain('Hoe voelt de mus zich?');
    expect(partUnder(page, 'Samen een boekje lezen')).toContain('Wat zou jij doen om de mus te helpen?');
  });

  it('leaves a gap to fill in while the book is not known', async () => {
    const page = await keptAfter('en', 'talk-at-home', ['younger kindergartner']);

    expect(partUnder(page, 'Reading a book together')).toContain('How does … feel?');
  });

  it('shows how such a talk can go, and says that it is made up', async () => {
    const talk = chat('nl');
    for (const text of ['maken talk-at-home', 'jonge kleuter', 'de mus']) await talk.say(text);

    const [example] = await talk.say('overslaan');

    expect(example?.text).toContain('Bedacht door ons');
    expect(example?.text).toContain('wacht even');
  });
});
