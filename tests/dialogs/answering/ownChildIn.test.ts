import { describe, expect, it } from '@jest/globals';
import { createOwnChildIn } from '../../../dialogs/answering/ownChildIn.ts';
import { content } from '../chat.ts';

const { answering, lexicon } = content;
if (!answering) throw new Error('Content holds no answering.');
const ownChildIn = createOwnChildIn(answering, lexicon);

describe('the name of the parent’s own child', () => {
  it.each([
    ['Ik maak me zorgen om mijn zoon Daan.', 'Daan'],
    ['groetjes, de moeder van Emma', 'Emma'],
    ['My daughter Sophie is not herself.', 'Sophie'],
    ['Mijn dochter Noor zegt niks. Mijn dochter Noor huilt.', 'Noor'],
  ])('is taken from “%s”', (message, name) => {
    expect(ownChildIn(message)).toBe(name);
  });

  it.each([
    ['that stands elsewhere', 'Daan heeft mijn zoon geslagen.'],
    ['without a capital', 'mijn zoon daan is ziek'],
    ['that is no known name', 'Mijn zoon Heeft koorts.'],
    ['beside another', 'Mijn zoon Daan en mijn dochter Emma.'],
  ])('is not a word %s', (_why, message) => {
    expect(ownChildIn(message)).toBeNull();
  });
});
