import type { Activity } from 'botbuilder-core';
import { guideSays, type Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { LeaveIn } from './leaveIn.ts';
import { MASK_KINDS, type MaskedSpan } from './maskedSpan.ts';

const MOST_LEFT_IN = 50;

/**
 * Says what was masked, without the words themselves, which are not kept: the first time why and what it is worth, after that
 * in one line.
 */
export function maskedNotice(turn: DialogTurn, masked: readonly MaskedSpan[]): Partial<Activity> {
  const { memory, t } = turn;
  const kinds = MASK_KINDS.filter((kind) => masked.some((span) => span.kind === kind));
  const what = kinds.map((kind) => t(`masking.what.${kind}`)).join(t('masking.and'));
  const key = memory.toldOfMasking ? 'masking.again' : 'masking.first';
  memory.toldOfMasking = true;
  return guideSays(memory.locale, 'notice', t(key, { what }));
}

/** The button with which the teacher says that it was no name; it holds no word of what was typed. */
export function leaveInButton({ t }: DialogTurn): Suggestion {
  return { title: t('masking.button'), value: t('masking.word') };
}

/** Leaves these words in from now on, and says so; without words it asks which. */
export function leftIn(turn: DialogTurn, { words }: LeaveIn): Partial<Activity> {
  const { memory, t } = turn;
  if (words.length === 0) return guideSays(memory.locale, 'notice', t('masking.which'));
  const folded = words.map((word) => word.toLowerCase());
  const before = (memory.leftIn ?? []).filter((word) => !folded.includes(word));
  memory.leftIn = [...before, ...folded].slice(-MOST_LEFT_IN);
  const quoted = words.map((word) => `“${word}”`).join(', ');
  return guideSays(memory.locale, 'notice', t('masking.leftIn', { words: quoted }));
}
