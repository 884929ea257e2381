import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type LockedPackage, lockedPackages, type PackageLock } from './packages/lockedPackages.ts';
import { weakText, youngText } from './packages/packagesText.ts';
import { InputError, readAdvisories } from './packages/readAdvisories.ts';
import { weakPackages } from './packages/weakPackages.ts';
import { packagesThatCame, youngPackages } from './packages/youngPackages.ts';

/** More is no change of a few packages, and a registry is not asked for everything. */
const MOST_ASKED = 100;
const TIMEOUT_MS = 60_000;
const PIPES: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'ignore'];

const workedRoundSchema = z.array(z.object({ id: z.string(), package: z.string(), why: z.string().min(20) }));

/**
 * `npm run advisories [-- --file <advisories>] [--against <package-lock.json of an earlier release>] [--ages <file>]`: which of
 * our packages have a known weakness, and which that came in are too young. Without a file npm is asked. Exit code 1 when
 * somebody must act now, 2 when it could not be looked at.
 */
const { values } = parseArgs({
  options: {
    lock: { type: 'string', default: 'package-lock.json' },
    file: { type: 'string' },
    against: { type: 'string' },
    ages: { type: 'string' },
  },
});

try {
  process.exitCode = look();
} catch (error) {
  console.error(error instanceof InputError ? error.message : error);
  process.exitCode = 2;
}

function look(): number {
  const now = new Date();
  const packages = lockedPackages(json(values.lock) as PackageLock);
  const workedRound = workedRoundSchema.parse(json(join(import.meta.dirname, 'packages/workedRound.json')));
  const advisories = readAdvisories(values.file === undefined ? askedNpm() : json(values.file));
  const weak = weakPackages(packages, advisories, { today: now.toISOString().slice(0, 10), workedRound });
  console.log(weakText(weak, packages.length));

  if (values.against === undefined) {
    console.log(
      'not done  How old packages are: name the package-lock.json of the release before, with --against <file>.',
    );
    return weak.some(({ isLate }) => isLate) ? 1 : 0;
  }
  const came = packagesThatCame(lockedPackages(json(values.against) as PackageLock), packages);
  const young = youngPackages(came, agesOf(came), now);
  console.log(youngText(young, came.length));
  return young.length > 0 || weak.some(({ isLate }) => isLate) ? 1 : 0;
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new InputError(`${file} cannot be read as JSON. Look whether it is there, and whole.`, { cause });
  }
}

/** What `npm audit` prints; it ends with 1 when it found something. */
function askedNpm(): unknown {
  const printed = npm('audit', '--json');
  const answer = printed === null ? null : (JSON.parse(printed) as Readonly<Record<string, unknown>>);
  if (answer && 'auditReportVersion' in answer) return answer;
  throw new InputError(
    'npm audit gets no answer here. Run it where the registry can be reached (npm audit --json > audit.json), or take records from https://osv.dev, and name the file: --file <file>.',
  );
}

function agesOf(packages: readonly LockedPackage[]): Readonly<Record<string, string>> {
  const known = z.record(z.string(), z.iso.datetime({ offset: true }).or(z.iso.date()));
  const kept = values.ages === undefined ? {} : known.parse(json(values.ages));
  const unknown = packages.filter(({ name, version }) => kept[`${name}@${version}`] === undefined);
  if (unknown.length > MOST_ASKED) return kept;
  const asked = unknown.flatMap(({ name, version }) => {
    const days = JSON.parse(npm('view', name, 'time', '--json') ?? '{}') as Readonly<Record<string, string>>;
    return days[version] === undefined ? [] : [[`${name}@${version}`, days[version]] as const];
  });
  return { ...kept, ...Object.fromEntries(asked) };
}

/** What npm prints; null when it prints nothing. */
function npm(...words: readonly string[]): string | null {
  const options = { encoding: 'utf8', timeout: TIMEOUT_MS, stdio: PIPES } as const;
  try {
    return execFileSync('npm', words, { ...options, shell: process.platform === 'win32' }) || null;
  } catch (error) {
    const { stdout } = error as { readonly stdout?: string };
    return stdout?.trim() ? stdout : null;
  }
}
