import type { Stretch } from '../maskedSpan.ts';
import { ibanLength, isIban } from './passesChecks.ts';

const BEGIN = /(?<![\p{L}\p{N}])[A-Za-z]{2}[ .-]?\d{2}/gu;
const WORD = /[\p{L}\p{N}]/u;

/** Account numbers that pass their check, in one piece or with a space, dot or dash between the parts. */
export function findIbans(text: string): readonly Stretch[] {
  return [...text.matchAll(BEGIN)].flatMap(({ index }) => {
    const end = endOf(text, index);
    return end === undefined ? [] : [{ start: index, end }];
  });
}

function endOf(text: string, start: number): number | undefined {
  const length = ibanLength(text.slice(start, start + 2).toUpperCase());
  if (length === undefined) return undefined;

  let characters = '';
  let at = start;
  while (characters.length < length && at < text.length) {
    const character = text.charAt(at);
    if (/[A-Za-z0-9]/.test(character)) characters += character.toUpperCase();
    else if (!/[ .\u00a0-]/.test(character) || !/[A-Za-z0-9]/.test(text.charAt(at + 1))) return undefined;
    at += 1;
  }
  return isIban(characters) && !WORD.test(text.charAt(at)) ? at : undefined;
}
