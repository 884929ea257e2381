import type { Locale } from '../../content/schema/locale.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import type { Mask } from './correctedTurns.ts';

/** Fields in which people write freely. */
const WRITTEN = ['text', 'strength', 'try', 'question'];

/**
 * The fields of a form as they may be kept: names and numbers of people are masked in what was written, but for the names
 * of the talk itself and of the two who read it.
 */
export function asKept(
  fields: URLSearchParams,
  mask: Mask | undefined,
  { talk, locale, names }: { readonly talk: TalkToExport; readonly locale: Locale; readonly names: readonly string[] },
): URLSearchParams {
  if (!mask) return fields;
  const { child, parent } = talk.scenario;
  const known = [child.name, parent.name.nl, parent.name.en, ...names].filter((name) => name !== '');
  const kept = new URLSearchParams();
  for (const [name, value] of fields) {
    kept.append(name, WRITTEN.includes(name) ? mask(value, locale, known).masked : value);
  }
  return kept;
}
