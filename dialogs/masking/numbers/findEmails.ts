import type { Stretch } from '../maskedSpan.ts';

const LOCAL = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
const LONGEST = 254;

/** E-mail addresses: an @ with a name before it, and a domain with a dot behind it. */
export function findEmails(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < LONGEST && LOCAL.test(text.charAt(start - 1))) start -= 1;
    while (start < at && /[.'-]/.test(text.charAt(start))) start += 1;
    let end = at + 1;
    while (end < text.length && end - at < LONGEST && DOMAIN.test(text.charAt(end))) end += 1;
    while (end > at && /[.-]/.test(text.charAt(end - 1))) end -= 1;
    if (start < at && /\.\p{L}{2,}$/u.test(text.slice(at, end))) found.push({ start, end });
  }
  return found;
}
