import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { completeLock } from '../../deployment/completeLock.ts';

describe('the lock file', () => {
  it('C01 holds the packages of every platform, so that npm ci takes it anywhere', () => {
    const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'));

    expect(completeLock(lock).added).toEqual([]);
  });

  it('names no registry, so that it works behind any mirror', () => {
    const text = readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8');

    expect(text).not.toContain('"resolved"');
  });
});

describe('completing a lock file', () => {
  const linter = {
    version: '1.0.0',
    dev: true,
    optionalDependencies: { 'lint-linux-x64-musl': '1.0.0', 'lint-win32-arm64': '1.0.0' },
  };

  it('adds what npm left out, with version and platform', () => {
    const { lock, added } = completeLock({ packages: { '': {}, 'node_modules/linter': linter } });

    expect(added).toEqual(['lint-linux-x64-musl@1.0.0', 'lint-win32-arm64@1.0.0']);
    expect(lock.packages['node_modules/lint-linux-x64-musl']).toEqual({
      version: '1.0.0',
      dev: true,
      optional: true,
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
    });
  });

  it('leaves alone what is there, above or inside', () => {
    const there = { version: '1.0.0', optional: true };
    const packages = {
      '': {},
      'node_modules/linter': linter,
      'node_modules/lint-linux-x64-musl': there,
      'node_modules/linter/node_modules/lint-win32-arm64': there,
    };

    expect(completeLock({ packages }).added).toEqual([]);
  });
});
