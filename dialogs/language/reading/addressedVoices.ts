import type { Locale } from '../../../content/schema/locale.ts';
import type { Voice } from '../../../content/schema/scenario.ts';

const BOUNDARY = /^[^\p{L}\p{N}]*$/u;

/** Words that may stand between the beginning of a sentence and a name that is called out. */
const BEFORE_A_NAME: Readonly<Record<Locale, RegExp>> = {
  nl: /(?:^|[.!?,:;–—-]|\b(?:en|maar|ja|nee|dank u|dank je|bedankt|dag|hallo|goedemiddag|u|jij|jou))\s*$/iu,
  en: /(?:^|[.!?,:;–—-]|\b(?:and|but|yes|no|so|thank you|thanks|hello|good afternoon|you|to you))\s*$/iu,
};
const AFTER_A_NAME = /^\s*(?:$|[.!?,:;–—-]|(?:en|and)\b)/iu;

/**
 * Ids of the voices that the teacher turns to, in the order of the scenario. A name or a title counts where it is
 * called out ("Ilse, …", "…, meneer?"), not where somebody is spoken of; several words count anywhere.
 */
export function addressedVoices(utterance: string, voices: readonly Voice[], locale: Locale): readonly string[] {
  const isCalled = (cue: string) => occurrences(utterance, cue).some((at) => fits(utterance, at, cue, locale));
  return voices
    .filter(({ firstName, called }) => [firstName.toLowerCase(), ...called[locale]].some(isCalled))
    .map(({ id }) => id);
}

function fits(utterance: string, at: number, cue: string, locale: Locale): boolean {
  if (cue.includes(' ')) return true;
  const before = utterance.slice(0, at);
  const after = utterance.slice(at + cue.length);
  return BEFORE_A_NAME[locale].test(before) && AFTER_A_NAME.test(after);
}

/** Where these words stand as whole words, whatever their case. */
function occurrences(utterance: string, cue: string): readonly number[] {
  const text = utterance.toLowerCase();
  const found: number[] = [];
  for (let at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + cue.length] ?? ' ');
    if (BOUNDARY.test(around)) found.push(at);
  }
  return found;
}
