import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

function tips(...words: readonly string[]) {
  return spawnSync(process.execPath, ['bot/launch.mjs', 'bot/channels/console/tips.ts', ...words], {
    encoding: 'utf8',
  });
}

describe('npm run tips', () => {
  it('answers for people in the language that is asked for', () => {
    const { stdout, status } = tips('--lang', 'en', 'is it bullying', 'or teasing');

    expect(status).toBe(0);
    expect(stdout).toContain('Is it bullying, teasing or a quarrel?');
    expect(stdout).not.toContain('**');
  });

  it('gives rows for programmes, best first, with what to say, what not, and the source', () => {
    const rows = JSON.parse(tips('--lang', 'nl', '--json', 'welk boek lees ik voor over pesten').stdout);

    expect(rows.length).toBeGreaterThanOrEqual(3);
    expect(rows[0]).toMatchObject({ id: 'books', topic: 'books' });
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['id', 'topic', 'score', 'say', 'avoid', 'source']);
      expect(row.say.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('says what it takes when there is no question', () => {
    const { stderr, status } = tips('--lang', 'nl');

    expect(status).toBe(1);
    expect(stderr).toContain('--json');
  });
});
