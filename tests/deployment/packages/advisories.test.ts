import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type LockedPackage, lockedPackages } from '../../../deployment/packages/lockedPackages.ts';
import { InputError, readAdvisories } from '../../../deployment/packages/readAdvisories.ts';
import { weakPackages } from '../../../deployment/packages/weakPackages.ts';
import { packagesThatCame, youngPackages } from '../../../deployment/packages/youngPackages.ts';

const SAMPLE = join(import.meta.dirname, 'osvSample.json');
const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'));

const ours = lockedPackages(JSON.parse(readFileSync('package-lock.json', 'utf8')));
const locked = (name: string, version: string, isForDevelopment = false): LockedPackage => ({
  name,
  version,
  isForDevelopment,
});
const oneOf = (severity: string, published?: string) => ({
  id: 'GHSA-1',
  ...(published === undefined ? {} : { published }),
  affected: [
    { package: { ecosystem: 'npm', name: 'pg' }, ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }] },
  ],
  database_specific: { severity },
});

describe('the packages of the lock', () => {
  it('are there once for each version, also those below others, without their places', () => {
    const lock = {
      packages: {
        '': { version: '1.0.0' },
        'node_modules/a': { version: '1.0.0', dev: true },
        'node_modules/b/node_modules/a': { version: '1.0.0' },
        'node_modules/@c/d': { version: '2.0.0', dev: true },
        'node_modules/other': { name: 'real', version: '3.0.0' },
      },
    };

    expect(lockedPackages(lock)).toEqual([
      locked('@c/d', '2.0.0', true),
      locked('a', '1.0.0'),
      locked('real', '3.0.0'),
    ]);
  });

  it('C03 have no weakness past its time, of those in the sample', () => {
    const weak = weakPackages(ours, readAdvisories(sample), { today: '2026-11-23' });

    expect(ours.length).toBeGreaterThan(1000);
    expect(weak.filter(({ isLate }) => isLate)).toEqual([]);
  });
});

describe('a weakness', () => {
  it.each([
    ['before the version that mends it', '8.17.0', true],
    ['from the version that mends it on', '8.17.1', false],
    ['between two lines of versions', '7.5.10', false],
    ['in a version that was tried out before that', '8.17.1-beta.1', true],
  ])('C03 is found %s', (_, version, expected) => {
    const weak = weakPackages([locked('ws', version)], readAdvisories(sample), { today: '2026-11-23' });

    expect(weak.length > 0).toBe(expected);
  });

  it.each([
    ['critical', '2026-11-20T10:00:00Z', false, '2026-11-22', true],
    ['critical', '2026-11-21T10:00:00Z', false, '2026-11-23', false],
    ['high', '2026-11-20T10:00:00Z', false, '2026-12-04', false],
    ['moderate', '2026-11-20T10:00:00Z', false, '2027-02-18', false],
    ['critical', '2026-11-20T10:00:00Z', true, '2027-02-18', false],
    ['high', undefined, false, '2026-11-23', true],
  ])(
    'C03 that is %s, known since %s (for development: %s), must be gone by %s',
    (severity, published, dev, due, isLate) => {
      const [weak] = weakPackages([locked('pg', '8.0.0', dev)], readAdvisories(oneOf(severity, published)), {
        today: '2026-11-23',
      });

      expect(weak).toMatchObject({ due, isLate });
    },
  );

  it('is not told when it is worked round, under any of its names', () => {
    const workedRound = [{ id: 'CVE-2024-37890', package: 'ws', why: 'It cannot be reached.' }];

    const weak = weakPackages([locked('ws', '8.0.0')], readAdvisories(sample), { today: '2026-11-23', workedRound });

    expect(weak).toEqual([]);
  });

  it('is read as npm audit tells it, once, and nothing else is taken for one', () => {
    const via = { name: 'pg', url: 'https://github.com/advisories/GHSA-1', severity: 'high', range: '<9.0.0' };
    const audit = { auditReportVersion: 2, vulnerabilities: { pg: { via: [via] }, above: { via: ['pg', via] } } };

    expect(readAdvisories(audit)).toMatchObject([
      { id: 'GHSA-1', package: 'pg', severity: 'high', affected: '<9.0.0' },
    ]);
    expect(() => readAdvisories({ message: '405 Method Not Allowed' })).toThrow(InputError);
  });
});

describe('a package that came in', () => {
  it('C02 is refused when it is younger than seven days, or of an unknown age', () => {
    const came = packagesThatCame(
      [locked('old', '1.0.0')],
      [locked('old', '1.0.0'), locked('old', '1.0.1'), locked('young', '1.0.0'), locked('unknown', '1.0.0')],
    );
    const ages = { 'old@1.0.1': '2026-11-16', 'young@1.0.0': '2026-11-17T00:00:00Z' };

    const young = youngPackages(came, ages, new Date('2026-11-23T12:00:00Z'));

    expect(young.map(({ locked: { name }, from }) => [name, from])).toEqual([
      ['young', '2026-11-24'],
      ['unknown', null],
    ]);
  });

  it('C02 is taken in by a command with which npm refuses what is younger than seven days', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

    expect(scripts.take).toMatch(/^npm install .*--min-release-age=7$/);
  });
});

describe('npm run advisories', () => {
  it('C02 C03 says in plain words who must do what, and ends with 1 when somebody must act now', () => {
    const folder = mkdtempSync(join(tmpdir(), 'advisories-'));
    const file = (name: string, content: object) => {
      writeFileSync(join(folder, name), JSON.stringify(content));
      return join(folder, name);
    };
    const now = file('lock.json', { packages: { 'node_modules/ws': { version: '8.0.0' } } });
    const before = file('before.json', { packages: {} });
    const ages = file('ages.json', { 'ws@8.0.0': new Date().toISOString() });

    const args = ['--lock', now, '--file', SAMPLE, '--against', before, '--ages', ages];
    const { stdout, status } = spawnSync(process.execPath, ['bot/launch.mjs', 'deployment/advisories.ts', ...args], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });

    expect(stdout).toContain('WRONG     ws 8.0.0: high weakness GHSA-3h5v-q93c-6h6q');
    expect(stdout).toContain('Who: whoever maintains the programme');
    expect(stdout).toContain('younger than 7 days');
    expect(status).toBe(1);
  });
});
