import { satisfies } from 'semver';
import type { Advisory, Severity } from './advisory.ts';
import type { LockedPackage } from './lockedPackages.ts';

/** A package of ours with a known weakness. */
export interface WeakPackage {
  readonly locked: LockedPackage;
  readonly advisory: Advisory;
  /** The last day on which it may still be there, as in `2026-12-01`. */
  readonly due: string;
  readonly isLate: boolean;
}

/** A weakness that cannot be reached here, and why. */
export interface WorkedRound {
  readonly id: string;
  readonly package: string;
  readonly why: string;
}

const DAY_MS = 86_400_000;

/** Days to mend what can be reached from outside: see Packages in `deployment/security.md`. */
const DAYS: Readonly<Record<Severity, number>> = { critical: 2, high: 14, moderate: 90, low: 90 };
const DAYS_IN_DEVELOPMENT = 90;

/**
 * What of these packages is known to be weak, the most urgent first; without what is worked round. What became known nobody
 * knows when must go at once.
 */
export function weakPackages(
  packages: readonly LockedPackage[],
  advisories: readonly Advisory[],
  { today, workedRound = [] }: { readonly today: string; readonly workedRound?: readonly WorkedRound[] },
): readonly WeakPackage[] {
  const open = advisories.filter((advisory) => !workedRound.some((one) => isAbout(one, advisory)));
  const byName = Map.groupBy(open, (advisory) => advisory.package);
  return packages
    .flatMap((locked) =>
      (byName.get(locked.name) ?? [])
        .filter(({ affected }) => satisfies(locked.version, affected, { includePrerelease: true }))
        .map((advisory) => weak(locked, advisory, today)),
    )
    .toSorted((a, b) => a.due.localeCompare(b.due));
}

function weak(locked: LockedPackage, advisory: Advisory, today: string): WeakPackage {
  const days = locked.isForDevelopment ? DAYS_IN_DEVELOPMENT : DAYS[advisory.severity];
  if (advisory.published === null) return { locked, advisory, due: today, isLate: true };
  const due = dayAfter(advisory.published, days);
  return { locked, advisory, due, isLate: due < today };
}

function isAbout(one: WorkedRound, { id, aliases, package: name }: Advisory): boolean {
  return one.package === name && [id, ...aliases].includes(one.id);
}

function dayAfter(moment: string, days: number): string {
  return new Date(Date.parse(moment) + days * DAY_MS).toISOString().slice(0, 10);
}
