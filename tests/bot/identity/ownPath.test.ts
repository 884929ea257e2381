import { describe, expect, it } from '@jest/globals';
import { ownPath } from '../../../bot/identity/ownPath.ts';

describe('where somebody wants to be after signing in', () => {
  it.each(['/', '/mine', '/mine?words=a%20b&page=2', '/mine/rehearsals/1', '/coach'])('is %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https:evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/a/..//evil.example',
    '/./..//evil.example',
    '/\tevil',
    '/%0d%0aset-cookie:x\r\n',
    `/${'x'.repeat(600)}`,
    'mine',
    '',
    null,
    '/sign-out',
    '/sign-in?next=/sign-in',
    '/signed-out',
  ])('W16 is home, and not %j', (wanted) => {
    expect(ownPath(wanted)).toBe('/');
  });
});
