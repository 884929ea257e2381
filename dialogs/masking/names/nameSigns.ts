import type { NameLexicon } from './nameLexicon.ts';
import type { NameWord } from './nameWord.ts';

/** What stands around a word and says that it is, or is not, somebody's name. */
export interface NameSigns {
  /** Somebody is introduced right before it: "juf …", "mijn zoon …", "hij heet …", "de moeder van …", "naast …". */
  readonly introduced: boolean;
  /** The same, where it can be nothing else: "naast …", "de moeder van …". */
  readonly surely: boolean;
  /** It is what somebody is called: "die … heet", "genaamd …". */
  readonly called: boolean;
  /** Somebody acts right behind it, at the start of a clause: "… sloeg". */
  readonly acts: boolean;
  /** A verb that people are the subject of stands right behind it: "… heeft". */
  readonly subject: boolean;
  /** Somebody's own follows: "…s moeder", "… z'n tas". */
  readonly owns: boolean;
  /** Another word with a capital follows, as a surname does. */
  readonly full: boolean;
  /** It stands where people are often named: "met …", "… heeft". */
  readonly amongPeople: boolean;
  /** An article stands before it: then it is a thing, or a school. */
  readonly article: boolean;
  /** A saint, after whom something is called. */
  readonly saint: boolean;
  /** A place stands here: "in …", "uit …". */
  readonly place: boolean;
}

const SPACE = /^[ \u00a0]{1,2}$/;
const AFTER_TITLE = /^\.?[ \u00a0]{1,2}$/;

/** What stands around the word at a place. */
export function nameSigns(words: readonly NameWord[], at: number, lexicon: NameLexicon): NameSigns {
  const word = words[at];
  const before = word && /^\.?[ \u00a0]{1,2}["'“‘(]?$/.test(word.gap) ? words[at - 1] : undefined;
  const second = before && SPACE.test(before.gap) ? words[at - 2] : undefined;
  const next = words[at + 1];
  const behind = next && SPACE.test(next.gap) ? next : undefined;
  const after = behind && words[at + 2];
  const is = (list: Parameters<NameLexicon['isIn']>[0], one: NameWord | undefined) =>
    one !== undefined && lexicon.isIn(list, one.base);

  const isInverted = is('inverted', after) && after?.gap === ' ';
  const isThing = is('called', before) && is('things', second);
  const called =
    (is('called', before) && !isThing) ||
    (is('called', behind) && is('relative', before)) ||
    isNameIs(before, second, is);
  const title = is('titles', before) && AFTER_TITLE.test(word?.gap ?? '');
  const surely = called || title || is('beside', before) || (is('of', before) && is('personNouns', second));
  const related = surely || is('relations', before) || is('families', behind);
  const isSubject = !isInverted && (is('personVerbs', behind) || is('acts', behind));
  return {
    introduced: related,
    surely,
    called: called || title,
    acts: is('acts', behind) && !isInverted && isClauseStart(words, at, lexicon),
    subject: isSubject,
    owns:
      (word?.isGenitive === true && (is('personNouns', behind) || is('relations', behind))) ||
      (is('possessives', behind) && is('personNouns', after)),
    full: behind !== undefined && isSurnameLike(behind) && !is('functionWords', behind) && !is('neverNames', behind),
    amongPeople: is('before', before) || (isSubject && isClauseStart(words, at, lexicon)),
    article: isThing || (is('articles', before) && !is('relative', behind)),
    saint: is('saints', before),
    place: is('placeWords', before),
  };
}

function isSurnameLike({ capital, opens, base }: NameWord): boolean {
  return capital === 'first' && !opens && base.length > 1;
}

/** "De naam is …", "my name's …". */
function isNameIs(
  before: NameWord | undefined,
  second: NameWord | undefined,
  is: (list: 'is' | 'nameNouns', one: NameWord | undefined) => boolean,
): boolean {
  return is('is', before) && is('nameNouns', second);
}

function isClauseStart(words: readonly NameWord[], at: number, lexicon: NameLexicon): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before || word.opens || /[,;(]/.test(word.gap)) return true;
  return lexicon.isIn('clauseStarts', before.base);
}
