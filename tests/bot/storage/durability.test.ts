import { describe, expect, it } from '@jest/globals';
import { durabilityProblems } from '../../../bot/storage/postgres/durability.ts';

const SAFE = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', synchronous_standby_names: '' };

describe('what PostgreSQL must promise', () => {
  it('is kept by its own defaults', () => {
    expect(durabilityProblems(SAFE, 'local')).toEqual([]);
    expect(durabilityProblems({ ...SAFE, synchronous_commit: 'local' }, 'local')).toEqual([]);
  });

  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])('F16 is not kept with %s off', (name) => {
    const problems = durabilityProblems({ ...SAFE, [name]: 'off' }, 'local');

    expect(problems).toEqual([expect.stringContaining(`${name} is off`)]);
  });

  it('F16 is not kept without a standby, or without waiting for it, where one is asked for', () => {
    const named = { ...SAFE, synchronous_standby_names: 'ANY 1 (a, b)' };

    expect(durabilityProblems(SAFE, 'standby')).toEqual([
      expect.stringContaining('synchronous_standby_names is empty'),
    ]);
    expect(durabilityProblems({ ...named, synchronous_commit: 'local' }, 'standby')).toEqual([
      'synchronous_commit is local: it does not wait for a standby',
    ]);
    expect(durabilityProblems(named, 'standby')).toEqual([]);
  });

  it('is not looked at when whoever runs the server says so', () => {
    expect(durabilityProblems({ fsync: 'off', synchronous_commit: 'off' }, 'unchecked')).toEqual([]);
  });
});
