import { describe, expect, it } from '@jest/globals';
import { shownReply } from '../../dialogs/activities.ts';

describe('a reply as it is shown', () => {
  it('is the words themselves when the parent is alone', () => {
    expect(shownReply({ text: 'Goed dan.', thought: '', lines: ['any'] })).toBe('Goed dan.');
  });

  it('has a paragraph for each of two parents, after the name', () => {
    const parts = [
      { voice: 'mother', name: 'Moeder', text: 'Goed dan.' },
      { voice: 'father', name: 'Vader', text: 'Ja.' },
    ];

    const shown = shownReply({ text: 'Moeder: Goed dan.\nVader: Ja.', parts, thought: '', lines: ['one', 'two'] });

    expect(shown).toBe('**Moeder:** Goed dan.\n\n**Vader:** Ja.');
  });
});
