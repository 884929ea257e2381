import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema } from '../../bot/config.ts';

const source = readFileSync('deployment/azure/main.bicep', 'utf8');
const code = source.replaceAll(/^\s*\/\/.*$/gm, '');

const names = (kind: string) =>
  Array.from(code.matchAll(new RegExp(`^\\s*${kind} (\\w+)`, 'gm')), ([, name = '']) => name);

describe('the template for Azure', () => {
  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [bracket] of code.replaceAll(/\$\{/g, '{').matchAll(/[{}()[\]]/g)) {
      const closes = { '}': '{', ')': '(', ']': '[' }[bracket];
      if (closes === undefined) open.push(bracket);
      else expect(open.pop()).toBe(closes);
    }

    expect(open).toEqual([]);
  });

  it('uses every parameter and every value that it names', () => {
    for (const name of [...names('param'), ...names('var')]) {
      expect(code.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0).toBeGreaterThan(1);
    }
  });

  it('names a dated version of each kind of resource', () => {
    const kinds = Array.from(code.matchAll(/^resource \w+ '([^']+)'/gm), ([, kind = '']) => kind);

    expect(kinds.length).toBeGreaterThan(8);
    for (const kind of kinds) expect(kind).toMatch(/^Microsoft\.[A-Za-z]+(\/[A-Za-z]+)+@\d{4}-\d{2}-\d{2}$/);
  });

  it('gives the bot only settings that it knows', () => {
    const settings = Array.from(code.matchAll(/\{ name: '([A-Z][A-Z_]+)'/g), ([, name = '']) => name);

    expect(settings).toContain('PUBLIC_URL');
    expect(settings.filter((name) => !(name in environmentSchema.shape))).toEqual([]);
  });

  it('C05 takes secrets as such, and keeps them in the vault', () => {
    expect(code).toMatch(/@secure\(\)\s*@description[^\n]*\s*@minLength\(32\)\s*param databasePassword/);
    expect(code).toMatch(/@secure\(\)\s*@description[^\n]*\s*param oidcClientSecret/);
    expect(code).toMatch(/@secure\(\)\s*@description[^\n]*\s*@minLength\(32\)\s*param keysSecret/);
    expect(code).toMatch(/name: 'DATABASE_URL', secretRef/);
    expect(code).toMatch(/name: 'KEYS_SECRET', secretRef/);
    expect(code).toMatch(/name: 'OIDC_CLIENT_SECRET', secretRef/);
    expect(code).not.toMatch(/allowInsecure: true|value: (databasePassword|keysSecret|oidcClientSecret) *\}\s*\]/);
  });
});
