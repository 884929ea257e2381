import type { Stretch } from '../maskedSpan.ts';
import { isNameAlone } from './isNameAlone.ts';
import type { NameLexicon } from './nameLexicon.ts';
import { nameSigns } from './nameSigns.ts';
import { isInitial, type NameWord, nameWords } from './nameWord.ts';

/**
 * Names of people: by list, by what stands around a word, and by a capital where no sentence begins. `known`: names that may
 * stay, in small letters without accents; with a surname behind it a known name is somebody else's.
 */
export function findNames(text: string, lexicon: NameLexicon, known: ReadonlySet<string>): readonly Stretch[] {
  const words = nameWords(text, (word) => lexicon.isIn('abbreviations', word));
  const isKnown = words.map((word) => isAllowed(word, known));
  const isName = words.map((_, at) => !isKnown[at] && isNameAlone(words, at, lexicon));
  joinNames(words, isName, isKnown, lexicon);
  return stretches(words, isName, isKnown, lexicon);
}

function isAllowed({ base }: NameWord, known: ReadonlySet<string>): boolean {
  return known.has(base) || (base.endsWith('s') && known.has(base.slice(0, -1)));
}

/** Who is named together with somebody is somebody too: "Fatima en …", "…, Daan en Fatima". */
function joinNames(
  words: readonly NameWord[],
  isName: boolean[],
  isKnown: readonly boolean[],
  lexicon: NameLexicon,
): void {
  const isSomebody = (at: number) => isName[at] === true || isKnown[at] === true;
  for (const step of [1, -1]) {
    for (let at = step > 0 ? 0 : words.length - 1; words[at]; at += step) {
      if (isSomebody(at) || !mayBeJoined(words, at, lexicon)) continue;
      const before = joinedTo(words, at, -1, lexicon);
      const behind = joinedTo(words, at, 1, lexicon);
      isName[at] = (before !== undefined && isSomebody(before)) || (behind !== undefined && isSomebody(behind));
    }
  }
}

function mayBeJoined(words: readonly NameWord[], at: number, lexicon: NameLexicon): boolean {
  const word = words[at];
  if (!word || word.base.length < 3 || lexicon.isIn('functionWords', word.base)) return false;
  const isListed = lexicon.firstNames.has(word.base);
  if (lexicon.isIn('neverNames', word.base)) return isListed && word.capital === 'first';
  const isOrdinary = lexicon.isOrdinary(word.base, 3);
  return word.capital === 'first' ? isListed || !isOrdinary : !isOrdinary && word.base.length > 3;
}

/** The place of the name that "en", "of" or a comma joins to this one. */
function joinedTo(words: readonly NameWord[], at: number, step: 1 | -1, lexicon: NameLexicon): number | undefined {
  const [here, next] = step > 0 ? [words[at + 1], words[at + 2]] : [words[at], words[at - 1]];
  if (step > 0) {
    if (here && words[at]?.capital !== 'none' && /^, ?$/.test(here.gap)) return at + 1;
    return here && /^ ?$/.test(here.gap) && lexicon.isIn('joiners', here.base) && next?.gap === ' '
      ? at + 2
      : undefined;
  }
  const isComma = here?.gap.startsWith(',') && here.capital === 'none';
  if (here && !isComma && /^(?:, ?| ?[&/+] ?)$/.test(here.gap)) return at - 1;
  return here?.gap === ' ' && next && lexicon.isIn('joiners', next.base) && /^ ?$/.test(next.gap) ? at - 2 : undefined;
}

function stretches(
  words: readonly NameWord[],
  isName: readonly boolean[],
  isKnown: readonly boolean[],
  lexicon: NameLexicon,
): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = 0; at < words.length; ) {
    const to = endOfName(words, at, isName, isKnown, lexicon);
    const [first, last] = [words[at], words[to - 1]];
    if (to > at && first && last) found.push({ start: first.start, end: last.end });
    at = Math.max(to, at + 1);
  }
  return found;
}

/** The place just behind the name that begins here; `at` itself when none does. */
function endOfName(
  words: readonly NameWord[],
  at: number,
  isName: readonly boolean[],
  isKnown: readonly boolean[],
  lexicon: NameLexicon,
): number {
  const word = words[at];
  if (!word) return at;
  if (isName[at]) return endOfSurname(words, at + 1, isName, lexicon);
  if (isKnown[at]) {
    const to = word.isGenitive || word.capital === 'none' ? at + 1 : endOfSurname(words, at + 1, isName, lexicon, true);
    return to > at + 1 ? to : at;
  }
  return initialsAt(words, at, isName, isKnown, lexicon);
}

/** The place behind the surname that begins here: particles and a word that can be one; `from` when there is none. */
function endOfSurname(
  words: readonly NameWord[],
  from: number,
  isName: readonly boolean[],
  lexicon: NameLexicon,
  isStrict = false,
): number {
  const at = behindParticles(words, from, lexicon);
  const hasParticle = at > from;
  const word = words[at];
  if (!word || !isBehind(words, at) || words[at - 1]?.isGenitive) return from;
  if (isInitial(word) && !hasParticle) return /^[IUAO]$/.test(word.text) ? from : at + 1;
  const isSmall = words[from - 1]?.capital === 'none' && lexicon.smallParticles.has(words[from]?.base ?? '');
  const behind = { hasParticle: word.capital === 'none' ? hasParticle && isSmall : hasParticle, isStrict };
  if (!isName[at] && !isSurname(word, lexicon, behind)) return from;
  return isStrict || words[at]?.isGenitive ? at + 1 : endOfSurname(words, at + 1, isName, lexicon);
}

const MOST_PARTICLES = 3;

function behindParticles(words: readonly NameWord[], from: number, { particles }: NameLexicon): number {
  let at = from;
  while (at < from + MOST_PARTICLES && isBehind(words, at) && particles.has(words[at]?.base ?? '')) at += 1;
  return at;
}

function isBehind(words: readonly NameWord[], at: number): boolean {
  return /^(?: {1,2}|\. ?|-)$/.test(words[at]?.gap ?? '') && !words[at]?.opens;
}

function isSurname(
  { base, capital }: NameWord,
  lexicon: NameLexicon,
  { hasParticle, isStrict }: { readonly hasParticle: boolean; readonly isStrict: boolean },
): boolean {
  if (lexicon.isIn('neverNames', base) || base.length < 2) return false;
  if (lexicon.isIn('functionWords', base) && !hasParticle) return false;
  const isOrdinary = lexicon.isOrdinary(base, 4);
  const isListed = lexicon.surnames.has(base);
  if (capital === 'none') return isListed && !isStrict && (hasParticle || !isOrdinary);
  if (capital === 'all') return isListed;
  return hasParticle || isListed || !isOrdinary || (!isStrict && !lexicon.isIn('personVerbs', base));
}

/** "J. de Vries", "A.B. Jansen", "Van der Berg" inside a sentence. */
function initialsAt(
  words: readonly NameWord[],
  at: number,
  isName: readonly boolean[],
  isKnown: readonly boolean[],
  lexicon: NameLexicon,
): number {
  let to = at;
  while (to < at + 4 && words[to] && isInitial(words[to] as NameWord) && isDotted(words, to)) to += 1;
  if (to > at) {
    const end = endOfSurname(words, to, isName, lexicon, true);
    const last = words[end - 1];
    return end > to && last && !isInitial(last) ? end : at;
  }
  const word = words[at];
  if (!word || !lexicon.particles.has(word.base)) return at;
  const isTitled = nameSigns(words, at, lexicon).called;
  if (!isTitled && (word.opens || word.capital !== 'first')) return at;
  const last = behindParticles(words, at + 1, lexicon);
  const surname = words[last];
  if (!surname || isKnown[last] || !isBehind(words, last) || lexicon.isIn('neverNames', surname.base)) return at;
  if (surname.capital !== 'first' && !(isTitled && lexicon.surnames.has(surname.base))) return at;
  return lexicon.surnames.has(surname.base) || !lexicon.isOrdinary(surname.base, 4) ? last + 1 : at;
}

function isDotted(words: readonly NameWord[], at: number): boolean {
  return (words[at + 1]?.gap ?? '').startsWith('.');
}
