import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { analyse } from 'scslre';
import { type FoundPattern, patternsInCode } from './patternsInCode.ts';

/** What takes more than linear time on some text, in words; null for one that never does. */
function troubleIn({ place, source, flags }: FoundPattern): string | null {
  const { reports } = analyse({ source, flags }, { maxReports: 1 });
  const [report] = reports;
  if (!report) return null;
  return `${place}: /${source}/${flags} takes ${report.exponential ? 'exponential' : 'more than linear'} time`;
}

const troubles = (patterns: readonly FoundPattern[]) =>
  patterns.map(troubleIn).filter((trouble): trouble is string => trouble !== null);

/** Notes every regular expression that our own code makes of text from now on. */
function noteMade(): { readonly made: Map<string, FoundPattern>; stop(): void } {
  const made = new Map<string, FoundPattern>();
  const before = globalThis.RegExp;
  const note = (pattern: RegExp): RegExp => {
    const [, , caller = ''] = new Error('who made it').stack?.split('\n').slice(1) ?? [];
    const place = caller.trim();
    if (!place.includes('/node_modules/'))
      made.set(String(pattern), { ...pattern, place, source: pattern.source, flags: pattern.flags });
    return pattern;
  };
  globalThis.RegExp = new Proxy(before, {
    construct: (target, [pattern, flags]) => note(new target(pattern, flags)),
    apply: (target, _, [pattern, flags]) => note(target(pattern, flags)),
  });
  return {
    made,
    stop: () => {
      globalThis.RegExp = before;
    },
  };
}

/** Files that make regular expressions of text; content makes its own as it is read. */
function makers(): readonly string[] {
  return readdirSync('dialogs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('dialogs', name))
    .filter((file) => readFileSync(file, 'utf8').includes('new RegExp('));
}

describe('a regular expression', () => {
  it('is told apart: one that is linear, one that is not', () => {
    const [linear, slow, worse] = [/(?<![.!])[.!]+$/u, /[.!]+$/u, /^(?:a+)+$/u].map(({ source, flags }) =>
      troubleIn({ place: 'here', source, flags }),
    );

    expect(linear).toBeNull();
    expect(slow).toContain('more than linear');
    expect(worse).toContain('exponential');
  });

  it('L02 in the code takes linear time on every text', () => {
    const patterns = patternsInCode(['bot', 'dialogs', 'content', 'deployment']);

    expect(patterns.length).toBeGreaterThan(300);
    expect(troubles(patterns)).toEqual([]);
  });
});

describe('a regular expression that is made of content', () => {
  let noted: ReturnType<typeof noteMade>;
  beforeAll(async () => {
    noted = noteMade();
    for (const file of makers()) await import(pathToFileURL(file).href);
    const { loadContent } = await import('../../content/load.ts');
    const { createOwnChildIn } = await import('../../dialogs/answering/ownChildIn.ts');
    const content = loadContent();
    if (content.answering) createOwnChildIn(content.answering, content.lexicon);
  }, 60_000);
  afterAll(() => noted.stop());

  it('L02 takes linear time on every text', () => {
    const patterns = [...noted.made.values()];

    expect(patterns.length).toBeGreaterThan(10);
    expect(troubles(patterns)).toEqual([]);
  });
});
