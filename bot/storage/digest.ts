import { createHash } from 'node:crypto';

/**
 * A short stand-in for one or more strings of any length or content; 43 characters. Equal only for equal strings, also
 * when they hold lone surrogates, which UTF-8 cannot tell apart.
 */
export function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
