import type { Content } from '../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { MASK_KINDS, type MaskedSpan, type MaskKind, type Stretch } from './maskedSpan.ts';
import { findNames } from './names/findNames.ts';
import { createNameLexicons, type NameLexicon } from './names/nameLexicon.ts';
import { plainWord } from './names/nameWord.ts';
import { type AddressWords, findAddresses } from './numbers/findAddresses.ts';
import { findEmails } from './numbers/findEmails.ts';
import { findIbans } from './numbers/findIbans.ts';
import { findPersonalNumbers, type NumberWords } from './numbers/findPersonalNumbers.ts';

/** A text with placeholders in place of what was masked, and what that was. */
export interface Masked {
  readonly masked: string;
  /** In order; places are those in the text that was given. */
  readonly spans: readonly MaskedSpan[];
}

/**
 * Masks names and numbers that belong to people. `known`: names, words and numbers that may stay, as they were typed or in small
 * letters. The same words always give the same; never throws. What is masked already stays as it is.
 */
export type Masker = (text: string, locale: Locale, known?: readonly string[]) => Masked;

/** How many short words more the other language must have. */
const CLEARLY_OTHER = -2;

/** Makes a masker from content; without `content/masking/` it masks nothing. */
export function createMasker({ masking }: Pick<Content, 'masking'>): Masker {
  if (!masking) return (text) => ({ masked: text, spans: [] });

  const lexicons = createNameLexicons(masking);
  const address = addressWords(masking);
  const numbers = numberWords(masking);
  const reserved = LOCALES.flatMap((locale) => {
    const { placeholders, phrases } = masking.locales[locale];
    return [...Object.values(placeholders), ...phrases];
  });

  /** The language in which a text is, as far as its short words tell clearly. */
  function lexiconFor(text: string, locale: Locale): NameLexicon {
    const other = locale === 'nl' ? 'en' : 'nl';
    let lead = 0;
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
      lead +=
        Number(lexicons[locale].isIn('functionWords', word)) - Number(lexicons[other].isIn('functionWords', word));
    }
    return lexicons[lead <= CLEARLY_OTHER ? other : locale];
  }

  return (text, locale, known = []) => {
    const allowed = new Set(known.flatMap((words) => [plainWord(words), ...words.split(/\s+/).map(plainWord)]));
    const taken: MaskedSpan[] = reservedSpans(text, reserved);
    const isReserved = taken.length;
    const add = (kind: MaskKind, found: readonly Stretch[]) => {
      for (const { start, end } of found) {
        const isFree = taken.every((span) => span.end <= start || span.start >= end);
        const words = text.slice(start, end);
        if (isFree && !allowed.has(plainWord(words))) taken.push({ start, end, kind, text: words });
      }
    };
    const personal = findPersonalNumbers(text, numbers);
    const finders: Readonly<Record<MaskKind, () => readonly Stretch[]>> = {
      email: () => findEmails(text),
      iban: () => findIbans(text),
      bsn: () => personal.filter(({ kind }) => kind === 'bsn'),
      phone: () => personal.filter(({ kind }) => kind === 'phone'),
      address: () => findAddresses(text, address),
      name: () => findNames(text, lexiconFor(text, locale), allowed),
    };
    for (const kind of MASK_KINDS) add(kind, finders[kind]());
    const spans = taken.slice(isReserved).sort((a, b) => a.start - b.start);
    return { masked: withPlaceholders(text, spans, masking.locales[locale].placeholders), spans };
  };
}

/** Placeholders that stand there already, and names of stories, hide what is in them from every finder. */
function reservedSpans(text: string, reserved: readonly string[]): MaskedSpan[] {
  return reserved.flatMap((words) => {
    const found: MaskedSpan[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      found.push({ start: at, end: at + words.length, kind: 'name', text: words });
    }
    return found;
  });
}

function withPlaceholders(
  text: string,
  spans: readonly MaskedSpan[],
  placeholders: Readonly<Record<MaskKind, string>>,
): string {
  let masked = '';
  let last = 0;
  for (const { start, end, kind } of spans) {
    masked += text.slice(last, start) + placeholders[kind];
    last = end;
  }
  return masked + text.slice(last);
}

type Masking = NonNullable<Content['masking']>;

/** An address or a number may stand in another language than the rest: both languages count. */
function addressWords({ locales, particles }: Masking): AddressWords {
  const all = <Name extends keyof Masking['locales']['nl']['address']>(name: Name) =>
    LOCALES.flatMap((locale) => locales[locale].address[name].map(plainWord));
  return {
    endings: all('endings'),
    behind: new Set(all('behind')),
    behindInAnyCase: new Set(all('behindInAnyCase')),
    before: new Set(all('before')),
    between: new Set([...particles, ...all('between')]),
    parts: new Set(all('parts')),
    noStreets: new Set(all('noStreets')),
    counted: new Set(all('counted')),
  };
}

function numberWords({ locales }: Masking): NumberWords {
  const all = (name: 'phoneWords' | 'citizenWords') =>
    new Set(LOCALES.flatMap((locale) => locales[locale].lists[name].map(plainWord)));
  return { phone: all('phoneWords'), citizen: all('citizenWords') };
}
