import type { Content } from '../../content/schema/content.ts';
import { LOCALES } from '../../content/schema/locale.ts';
import { TIPS, type TipId } from '../../content/schema/move.ts';
import { TIP_MOMENTS, type TipMoment } from '../../content/schema/tip.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** What is asked of the tips. */
export interface TipRequest {
  /** Null: the tip of the day. `unknown`: there is no such tip. */
  readonly tip: TipId | 'unknown' | null;
  /** Null: the whole tip. */
  readonly moment: TipMoment | null;
  /** From 0: which sentences of that moment. */
  readonly page: number;
  /** Where it comes from is asked, not the tip. */
  readonly isSource: boolean;
}

/**
 * Reads what stands behind `tip`, in either language: a number or a name, then a moment and which sentences of it, or
 * the word for source. `3`, `toon begrip`, `3 verhit`, `3 heated 2`, `verhit`, `3 bron`. Null when it is none of these.
 */
export function readTipRequest(
  { content, texts }: { readonly content: Content; readonly texts: DialogTurn['texts'] },
  argument: string,
): TipRequest | null {
  const words = fold(argument).split(' ').filter(Boolean);
  const last = words.at(-1) ?? '';
  if (LOCALES.some((locale) => content.commands.source[locale].includes(last))) {
    return named(content, words.slice(0, -1), { moment: null, page: 0, isSource: true });
  }

  const before = words.at(-2) ?? '';
  const pageMoment = /^[1-9]\d?$/u.test(last) ? momentOf(texts, before) : null;
  if (pageMoment)
    return named(content, words.slice(0, -2), { moment: pageMoment, page: Number(last) - 1, isSource: false });

  const moment = momentOf(texts, last);
  return named(content, moment ? words.slice(0, -1) : words, { moment, page: 0, isSource: false });
}

/** The tip with exactly this name, in either language, or this id; null when there is none. */
export function tipNamed({ tips }: Pick<Content, 'tips'>, name: string): TipId | null {
  const folded = fold(name);
  const found = tips.find(
    ({ id, name: names }) => id === folded || LOCALES.some((locale) => fold(names[locale]) === folded),
  );
  return found?.id ?? null;
}

function named(content: Content, words: readonly string[], rest: Omit<TipRequest, 'tip'>): TipRequest | null {
  const name = words.join(' ');
  if (name === '') return { tip: null, ...rest };
  if (/^\d{1,3}$/u.test(name)) return { tip: TIPS[Number(name) - 1] ?? 'unknown', ...rest };
  const tip = tipNamed(content, name);
  return tip && { tip, ...rest };
}

function momentOf(texts: DialogTurn['texts'], word: string): TipMoment | null {
  const found = TIP_MOMENTS.find((moment) =>
    LOCALES.some((locale) => texts(locale)(`tips.moment.${moment}.word`) === word),
  );
  return found ?? null;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/[,.!?…]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
