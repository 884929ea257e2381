import { HttpError } from './httpError.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Bytes to a JSON value that is safe to keep: no keys that reach prototypes, no NUL and no half characters in
 * strings (PostgreSQL takes neither), no number that would lose digits. Of two equal keys the last one counts.
 *
 * @throws HttpError 400, without a word of the parser
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes), clean);
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, 'BadSyntax', 'The body is not JSON in UTF-8.');
  }
}

function clean(key: string, value: unknown): unknown {
  if (UNSAFE_KEYS.has(key) || key !== cleanText(key)) return undefined;
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number' && !isExact(value)) {
    throw new HttpError(400, 'BadArgument', 'The body has a number that cannot be kept exactly.');
  }
  return value;
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}
