import { describe, expect, it } from '@jest/globals';
import { theLanguage } from '../../theContent.ts';

const { recognizer } = theLanguage();

const told: readonly (readonly ['nl' | 'en', typed: string, kept: string])[] = [
  ['nl', 'Milan heeft haar geslagen.', '[naam] heeft haar geslagen.'],
  ['nl', 'De ouders van Fatima liggen in scheiding.', 'De ouders van [naam] liggen in scheiding.'],
  ['en', "Oliver hit her, and his dad's in prison.", "[name] hit her, and his dad's in prison."],
];

describe('a name that was masked', () => {
  it.each(told)('is read as a name (%s): %s', (locale, typed, kept) => {
    const moves = recognizer.recognize(kept, locale).map(({ move }) => move);

    expect(moves).toEqual(recognizer.recognize(typed, locale).map(({ move }) => move));
    expect(moves).toContain('break-confidentiality');
  });

  it('is quoted as it is kept', () => {
    const [move] = recognizer.recognize('[naam] heeft haar geslagen.', 'nl');

    expect(move?.end).toBeLessThanOrEqual('[naam] heeft haar geslagen.'.length);
  });
});
