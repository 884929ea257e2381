import { existsSync } from 'node:fs';
import { LOCALES } from '../../content/schema/locale.ts';
import { compareCoders } from './kappa.ts';
import { type DevelopmentSet, readSets } from './readSets.ts';
import type { CodedSet } from './report.ts';

/**
 * Every set that a second coder labelled too, in `<folder>/<locale>/<set>.txt`, and per language all of these together; none when
 * there is no such folder.
 */
export function codedTwice(sets: readonly DevelopmentSet[], folder: string): readonly CodedSet[] {
  if (!existsSync(folder)) return [];

  const second = readSets(folder);
  return LOCALES.flatMap((locale) => {
    const pairs = second.flatMap(({ name, turns, ...other }) => {
      const first = sets.find((set) => set.locale === locale && set.name === name);
      return first && other.locale === locale ? [{ name, first: first.turns, second: turns }] : [];
    });
    if (pairs.length === 0) return [];

    const all = {
      name: 'all sets',
      first: pairs.flatMap((pair) => pair.first),
      second: pairs.flatMap((pair) => pair.second),
    };
    return [...pairs, all].map((pair) => {
      return { locale, set: pair.name, agreement: compareCoders(pair.first, pair.second) };
    });
  });
}
