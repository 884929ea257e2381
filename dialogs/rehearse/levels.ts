import type { Activity } from 'botbuilder-core';
import { LOCALES } from '../../content/schema/locale.ts';
import { DIFFICULTIES, type Difficulty } from '../../content/schema/state.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Translate } from '../texts.ts';

type Texts = (locale: (typeof LOCALES)[number]) => Translate;

/** All words for a level of difficulty, in both languages: they may stand behind `oefenen`. */
export function levelWords(texts: Texts): readonly string[] {
  return DIFFICULTIES.flatMap((level) => LOCALES.map((locale) => wordFor(texts, locale, level)));
}

/** Takes what stands behind `oefenen` apart: `late-again pittig` is a scenario and a level. */
export function splitLevel(
  texts: Texts,
  argument: string,
): { readonly wanted: string; readonly difficulty: Difficulty | undefined } {
  const words = argument.split(' ').filter(Boolean);
  const last = words.at(-1) ?? '';
  const difficulty = DIFFICULTIES.find((level) => LOCALES.some((locale) => wordFor(texts, locale, level) === last));
  return { wanted: (difficulty === undefined ? words : words.slice(0, -1)).join(' '), difficulty };
}

/** The level next to this one; the same when there is none further. */
export function nextLevel(difficulty: Difficulty, way: 'harder' | 'easier'): Difficulty {
  const index = DIFFICULTIES.indexOf(difficulty) + (way === 'harder' ? 1 : -1);
  return DIFFICULTIES[Math.min(Math.max(0, index), DIFFICULTIES.length - 1)] ?? difficulty;
}

/** The notice of a level that was just chosen. */
export function levelNow({ memory, t }: DialogTurn, level: Difficulty): Partial<Activity> {
  return guideSays(memory.locale, 'notice', t('dialogs.levelNow', { level: t(`dialogs.level.${level}`) }));
}

function wordFor(texts: Texts, locale: (typeof LOCALES)[number], level: Difficulty): string {
  return texts(locale)(`dialogs.level.${level}`);
}
