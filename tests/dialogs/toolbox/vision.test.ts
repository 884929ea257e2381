import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';

describe('the vision of a school', () => {
  it('puts each answer under its own heading, in the order of the questions', async () => {
    const talk = chat('en');
    for (const text of ['make vision', 'Hurting on purpose.', 'Everyone in the class.', 'done']) await talk.say(text);

    const [page] = talk.kept.keepsakes;

    expect(page?.sections.slice(0, 2)).toEqual([
      { heading: 'What we call bullying', blocks: [{ type: 'paragraph', text: 'Hurting on purpose.' }] },
      { heading: 'Who is involved', blocks: [{ type: 'paragraph', text: 'Everyone in the class.' }] },
    ]);
  });

  it('leaves what was skipped open on the page, for the team', async () => {
    const talk = chat('nl');
    for (const text of ['maken vision', 'overslaan', 'De hele groep.', 'klaar']) await talk.say(text);

    const open = talk.kept.keepsakes[0]?.sections.find(({ heading }) => heading?.startsWith('Nog open'));

    expect(open?.blocks[0]).toMatchObject({ type: 'list' });
    expect(JSON.stringify(open)).toContain('Wat verstaan jullie onder pesten?');
    expect(JSON.stringify(open)).not.toContain('Wie zijn erbij betrokken');
  });

  it('ends with what the team does next, and the article it comes from', async () => {
    const talk = chat('nl');
    for (const text of ['maken vision', 'Iets.', 'klaar']) await talk.say(text);

    const [page] = talk.kept.keepsakes;

    expect(page?.sections.at(-1)?.heading).toBe('Hoe nu verder');
    expect(page?.sources[0]).toContain('Van Niejenhuis');
  });
});
