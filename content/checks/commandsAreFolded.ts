import { LOCALES } from '../schema/locale.ts';
import type { ContentCheck } from './contentCheck.ts';

/** Command phrases are written the way messages are compared: lower case, no closing punctuation. */
export const commandsAreFolded: ContentCheck = {
  id: 'commands-are-folded',
  why: 'What the teacher types would never be equal to it.',
  run: ({ commands }) => {
    if (!commands) return [];

    return Object.entries(commands.data.commands).flatMap(([command, words]) =>
      LOCALES.flatMap((locale) =>
        words[locale].flatMap((phrase, index) => {
          const folded = phrase.toLowerCase().replace(/(?<![\s.!?…])[\s.!?…]+$/u, '');
          if (folded === phrase) return [];

          const message = `"${phrase}" has capitals or closing punctuation.`;
          return [{ in: commands, at: ['commands', command, locale, index], message, fix: `write "${folded}".` }];
        }),
      ),
    );
  },
};
