import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { environmentSchema } from '../../bot/config.ts';
import { SECRETS, withSecretsFromFiles } from '../../bot/environment.ts';

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  file = join(folder, 'secret');
  writeFileSync(file, 'of-the-vault\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a secret', () => {
  it('may stand in a file, without the line end that editors add', () => {
    const settings = withSecretsFromFiles({ OIDC_CLIENT_SECRET_FILE: file, OIDC_CLIENT_SECRET: '' });

    expect(settings['OIDC_CLIENT_SECRET']).toBe('of-the-vault');
  });

  it('that is set itself goes before its file', () => {
    const settings = withSecretsFromFiles({ OIDC_CLIENT_SECRET_FILE: file, OIDC_CLIENT_SECRET: 'set' });

    expect(settings['OIDC_CLIENT_SECRET']).toBe('set');
  });

  it('whose file cannot be read is named to the operator, and not read as none', () => {
    const missing = join(folder, 'missing');

    expect(() => withSecretsFromFiles({ DATABASE_URL_FILE: missing })).toThrow('DATABASE_URL_FILE');
  });

  it.each(SECRETS)('%s is a setting that there is', (name) => {
    expect(Object.keys(environmentSchema.shape)).toContain(name);
  });
});
