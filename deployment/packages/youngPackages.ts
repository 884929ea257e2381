import type { LockedPackage } from './lockedPackages.ts';

/** A package that came in, and is not known to be old enough. */
export interface YoungPackage {
  readonly locked: LockedPackage;
  /** When it was published, ISO 8601; null when nobody knows. */
  readonly published: string | null;
  /** From this day on it may be taken in; null when nobody knows. */
  readonly from: string | null;
}

const DAY_MS = 86_400_000;
/** A package that was taken over is mostly found out within a week. */
export const LEAST_DAYS = 7;

/** What is in the lock now and was not before. */
export function packagesThatCame(
  before: readonly LockedPackage[],
  now: readonly LockedPackage[],
): readonly LockedPackage[] {
  const had = new Set(before.map(({ name, version }) => `${name}@${version}`));
  return now.filter(({ name, version }) => !had.has(`${name}@${version}`));
}

/** Of these the ones that are younger than seven days, or of an unknown age. `ages`: by `name@version`, when it was published. */
export function youngPackages(
  packages: readonly LockedPackage[],
  ages: Readonly<Record<string, string>>,
  now: Date,
): readonly YoungPackage[] {
  return packages.flatMap((locked): readonly YoungPackage[] => {
    const published = ages[`${locked.name}@${locked.version}`] ?? null;
    if (published === null) return [{ locked, published, from: null }];
    const from = Date.parse(published) + LEAST_DAYS * DAY_MS;
    return from > now.getTime() ? [{ locked, published, from: new Date(from).toISOString().slice(0, 10) }] : [];
  });
}
