import { z } from 'zod';

/**
 * A pattern over the words of one sentence. Words match in any case, form and spelling of accents; `u` matches
 * `je`, `jij`, `ge` and `gij` too (see `same` in the words file).
 *
 * | write | matches |
 * | --- | --- |
 * | `hoor` | hoor, hoort, horen |
 * | `=hoor` | hoor alone |
 * | `maandag*` | every word that begins so |
 * | `(a\|b c)` | a, or b followed by c |
 * | `[a\|b]` | the same, or nothing |
 * | `~` `~5` | zero to three, zero to five words of any kind |
 * | `<list>` | what is in that list; `<child>`, `<name>`, `<number>` are built in |
 * | `!niet` `!(a\|b)` | a place where that word does not stand |
 * | `^` `$` | the start, the end of a clause |
 */
export const patternSchema = z.string().trim().min(1);
