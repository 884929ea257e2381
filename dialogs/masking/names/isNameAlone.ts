import type { NameLexicon } from './nameLexicon.ts';
import { type NameSigns, nameSigns } from './nameSigns.ts';
import { isInitial, type NameWord } from './nameWord.ts';

/**
 * Whether a word is a name by what it is and what stands beside it.
 *
 * | the word                             | with a capital inside a sentence | where a sentence begins       | in small letters              |
 * | ------------------------------------ | -------------------------------- | ----------------------------- | ----------------------------- |
 * | a first name and nothing else        | always                           | always                        | always                        |
 * | a first name and a word (Roos, Mark) | unless an article stands before  | with a verb or an introduction | introduced, acting or owning  |
 * | a first name and a place or month    | introduced, acting or owning     | the same                      | never                         |
 * | on no list                           | unless it is a place or a thing  | with a verb or an introduction | the same, or where people are named |
 * | an ordinary word (Bakker)            | behind "mevrouw" or "heet"       | never                         | never                         |
 */
export function isNameAlone(words: readonly NameWord[], at: number, lexicon: NameLexicon): boolean {
  const word = words[at];
  if (!word) return false;
  const { base } = word;
  if (base.length < 2 && !isInitial(word)) return false;
  if (word.capital === 'none' && isNobody(base, lexicon)) return false;
  const signs = nameSigns(words, at, lexicon);
  if (lexicon.isIn('functionWords', base)) return isFunctionWordName(word, signs, lexicon);
  if (isInitial(word)) return isLoneInitial(words, at, signs);

  if (signs.saint || hasShortForm(word)) return false;
  const isListed = isListedName(base, lexicon);
  if (base.includes('-') && base.split('-').some((part) => lexicon.isIn('neverNames', part))) return false;
  if (lexicon.isIn('neverNames', base)) return isListed && word.capital === 'first' && isStrong(signs);
  if (isListed && isAlsoWord(base, lexicon)) {
    return isAlsoWordName(word, signs) || (isOdd(base, lexicon) && isUnlistedName(word, signs, lexicon));
  }
  if (isListed) return !isShortInCapitals(word) || isStrong(signs);
  if (signs.called && lexicon.surnames.has(base) && !lexicon.isIn('called', words[at - 1]?.base ?? '')) return true;
  if (lexicon.isOrdinary(base, word.capital === 'first' ? 4 : 3)) {
    return word.capital === 'first' && !word.opens && signs.called;
  }
  return (words.length === 1 && word.capital === 'first') || isUnlistedName(word, signs, lexicon);
}

/** A word in small letters that no sign makes a name of; most words are one. */
function isNobody(base: string, lexicon: NameLexicon): boolean {
  if (lexicon.isIn('functionWords', base)) return true;
  return !isListedName(base, lexicon) && !lexicon.surnames.has(base) && lexicon.isOrdinary(base, 3);
}

/** "RT-niveau", "T-shirt", "JavaScript". */
function hasShortForm({ text }: NameWord): boolean {
  if (/^(?:\p{Lu}{1,5}-|.*-\p{Lu}{1,5}$)/u.test(text)) return true;
  if (/^\p{Lu}{2,}s$/u.test(text)) return true;
  return /\p{Ll}\p{Lu}/u.test(text) && !/^(?:Mc|Mac|De|Di|La|Le|Van|Fitz|El)\p{Lu}\p{Ll}+$/u.test(text);
}

const LONGEST_SHORT_FORM = 4;

/** "AVI", "ELSA": a short form is as likely. */
function isShortInCapitals({ capital, text }: NameWord): boolean {
  return capital === 'all' && text.length <= LONGEST_SHORT_FORM;
}

function isAlsoWord(base: string, { firstNames, isIn }: NameLexicon): boolean {
  return (
    isIn('alsoWords', base) || (!firstNames.has(base) && base.endsWith('s') && isIn('alsoWords', base.slice(0, -1)))
  );
}

/** "Will said …", "… of Will": a capital inside a sentence makes a name of a word that is hardly ever one. */
function isFunctionWordName(
  { base, capital, opens }: NameWord,
  { acts, called }: NameSigns,
  lexicon: NameLexicon,
): boolean {
  if (!lexicon.firstNames.has(base) || lexicon.particles.has(base) || capital !== 'first') return false;
  if (opens) return acts && lexicon.isIn('alsoWords', base);
  return called || base.length > 3;
}

/** Also "Daans" and "Anne-Fleur". */
function isListedName(base: string, { firstNames, isOrdinary }: NameLexicon): boolean {
  if (firstNames.has(base)) return true;
  if (base.includes('-')) return base.split('-').every((part) => firstNames.has(part));
  return base.length > 4 && base.endsWith('s') && firstNames.has(base.slice(0, -1)) && !isOrdinary(base, 3);
}

function isStrong({ introduced, acts, owns }: NameSigns): boolean {
  return introduced || acts || owns;
}

function isAlsoWordName({ capital, opens, isGenitive }: NameWord, signs: NameSigns): boolean {
  if (capital === 'none')
    return signs.surely || (signs.introduced && signs.subject) || (isGenitive && signs.owns) || signs.acts;
  if (opens || capital === 'all') return isStrong(signs) || signs.subject;
  return !signs.article;
}

const SHORTEST_SMALL = 4;

function isUnlistedName(word: NameWord, signs: NameSigns, lexicon: NameLexicon): boolean {
  const { base, capital, opens, text } = word;
  if (capital === 'none') {
    if (base.length < SHORTEST_SMALL) return false;
    return isStrong(signs) || (signs.amongPeople && isOdd(base, lexicon));
  }
  if (capital === 'all') return signs.called && text.length > LONGEST_SHORT_FORM - 1;
  if (opens) return isStrong(signs) || signs.full || (signs.subject && !lexicon.endsAsThing(base));
  return isStrong(signs) || !(signs.article || signs.place);
}

/** Nobody uses this word, and it is no slip of the finger for one that is used. */
function isOdd(base: string, lexicon: NameLexicon): boolean {
  if (base.includes('-') || base.length < SHORTEST_SMALL) return false;
  return !lexicon.isOrdinary(base, 3) && !lexicon.isSlip(base) && !lexicon.endsAsThing(base);
}

/** "Leerling K.", "K. zei". */
function isLoneInitial(words: readonly NameWord[], at: number, signs: NameSigns): boolean {
  const next = words[at + 1];
  const isDotted = next?.gap.startsWith('.') ?? false;
  return signs.introduced || (isDotted && next?.capital === 'none' && next.gap === '. ' && signsBehindDot(next));
}

/** A small letter behind the dot: no sentence ended, so the letter stands for a name. */
function signsBehindDot({ text }: NameWord): boolean {
  return text.length > 1;
}
