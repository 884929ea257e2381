import { LOCALES } from '../schema/locale.ts';
import type { ContentCheck } from './contentCheck.ts';

/** No phrase belongs to two commands, in any language: both languages are understood anywhere. */
export const commandsDoNotCollide: ContentCheck = {
  id: 'commands-do-not-collide',
  why: 'The teacher would ask for one thing and get another.',
  run: ({ commands }) => {
    if (!commands) return [];

    const owner = new Map<string, string>();
    return Object.entries(commands.data.commands).flatMap(([command, words]) =>
      LOCALES.flatMap((locale) =>
        words[locale].flatMap((phrase, index) => {
          const other = owner.get(phrase) ?? command;
          owner.set(phrase, other);
          if (other === command) return [];

          const message = `"${phrase}" belongs to "${other}" and to "${command}".`;
          return [
            { in: commands, at: ['commands', command, locale, index], message, fix: 'take it out of one of them.' },
          ];
        }),
      ),
    );
  },
};
