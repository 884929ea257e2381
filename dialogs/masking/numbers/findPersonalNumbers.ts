import type { MaskKind, Stretch } from '../maskedSpan.ts';
import { type DigitGroup, digitRuns } from './digitRuns.ts';
import { isPhone, type Surroundings } from './isPhone.ts';
import { isBelgianNumber, isCitizenNumber } from './passesChecks.ts';

/** A number that belongs to a person: where it stands, and what it is. */
export interface PersonalNumber extends Stretch {
  readonly kind: Extract<MaskKind, 'bsn' | 'phone'>;
}

/** Words that say what number follows, folded. */
export interface NumberWords {
  readonly phone: ReadonlySet<string>;
  readonly citizen: ReadonlySet<string>;
}

const MOST_GROUPS = 9;
const MOST_GROUPS_OF_CITIZEN = 5;
const FEWEST_DIGITS = 6;
const MOST_DIGITS = 17;
const WORDS_BEFORE = 40;

/** Telephone numbers, citizen service numbers and Belgian national numbers. The longest stretch of digits that is one counts. */
export function findPersonalNumbers(text: string, words: NumberWords): readonly PersonalNumber[] {
  return digitRuns(text).flatMap(({ groups }) => {
    const found: PersonalNumber[] = [];
    for (let from = 0; from < groups.length; ) {
      const next = longestFrom(text, groups, from, words);
      if (next) found.push(next.number);
      from = next?.to ?? from + 1;
    }
    return found;
  });
}

function longestFrom(text: string, groups: readonly DigitGroup[], from: number, words: NumberWords) {
  const first = groups[from];
  if (!first) return undefined;
  const lengths = groups.slice(from, from + MOST_GROUPS).map(({ digits }) => digits.length);
  let length = lengths.reduce((sum, one) => sum + one, 0);
  let before: WordsBefore | undefined;
  for (let count = lengths.length; count > 0 && length >= FEWEST_DIGITS; count -= 1) {
    if (length <= MOST_DIGITS && lengths.slice(0, count).some((one) => one > 1)) {
      before ??= wordsBefore(text, first.start, words);
      const number = numberOf(text, groups.slice(from, from + count), before);
      if (number) return { number, to: from + count };
    }
    length -= lengths[count - 1] ?? 0;
  }
  return undefined;
}

function numberOf(text: string, groups: readonly DigitGroup[], before: WordsBefore): PersonalNumber | undefined {
  const start = groups[0]?.start ?? 0;
  const end = groups.at(-1)?.end ?? 0;
  const digits = groups.map((group) => group.digits).join('');
  const lengths = groups.map((group) => group.digits.length);
  const isPlain = groups.length <= MOST_GROUPS_OF_CITIZEN && lengths.every((one) => one > 1);

  const isMarked = before.isCalledCitizen && (digits.length === 8 || digits.length === 9);
  if (isPlain && (isMarked || isBelgianNumber(digits))) return { kind: 'bsn', start, end };
  const isPhoneNumber = isPhone(digits, { ...before, groups: lengths, isDate: isDate(text, groups) });
  const isLikePhone = isPhoneNumber && (groups.length > 2 || before.isCalledPhone || before.plus);
  if (isPlain && isCitizenNumber(digits) && !isLikePhone) return { kind: 'bsn', start, end };
  return isPhoneNumber ? { kind: 'phone', start: startOfPhone(text, start), end } : undefined;
}

/** What the words before a number say of it. */
interface WordsBefore extends Pick<Surroundings, 'plus' | 'isCalledPhone'> {
  readonly isCalledCitizen: boolean;
}

function wordsBefore(text: string, start: number, { phone, citizen }: NumberWords): WordsBefore {
  const before = text.slice(Math.max(0, start - WORDS_BEFORE), start).toLowerCase();
  const near = (before.match(/[\p{L}-]+/gu) ?? []).slice(-3);
  return {
    plus: /\+[ (]?$/.test(before),
    isCalledPhone: near.some((word) => phone.has(word)),
    isCalledCitizen: near.some((word) => citizen.has(word)),
  };
}

/** Day, month and year, or the reverse, with dashes, dots or slashes between them. */
function isDate(text: string, groups: readonly DigitGroup[]): boolean {
  if (groups.length < 3 || !/^ ?[-/.]/.test(text.slice(groups[0]?.end, groups[1]?.start))) return false;
  const [first = 0, second = 0, third = 0] = groups.map(({ digits }) => Number(digits));
  const isYear = (year: number) => year >= 1900 && year < 2100;
  return second >= 1 && second <= 12 && ((first <= 31 && isYear(third)) || (isYear(first) && third <= 31));
}

function startOfPhone(text: string, start: number): number {
  let at = start;
  while (at > 0 && /[+(]/.test(text.charAt(at - 1))) at -= 1;
  return text.charAt(at - 1) === ' ' && text.charAt(at - 2) === '+' ? at - 2 : at;
}
