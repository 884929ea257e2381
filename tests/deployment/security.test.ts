import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { idsInTests, readCases, readLeftOut } from '../acceptance/cases.ts';

const VERDICTS = ['met', 'not met', 'by the operator', 'not applicable'];

/** Requirements of levels 1 and 2 in each chapter of ASVS 5.0.0, from its list in comma-separated values. */
const IN_CHAPTER = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

/** The document with its tables drawn together, whatever the width of their columns. */
const review = readFileSync('deployment/security.md', 'utf8')
  .replaceAll(/ +(?=\|)/g, ' ')
  .replaceAll(/-{3,}/g, '---');
const rows = Array.from(
  review.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm),
  ([, number = '', level = '', short = '', verdict = '', evidence = '']) => ({
    number,
    level,
    short,
    verdict,
    evidence,
  }),
);
const casesIn = (text: string) => text.match(/\b[A-Z]\d{2}\b/g) ?? [];

describe('the security review', () => {
  it('has every requirement of levels 1 and 2, once, in its chapter and in order', () => {
    const chapters = review.split(/^## V/m).slice(1);
    const numbers = chapters.map((chapter) =>
      Array.from(chapter.matchAll(/^\| (\d+\.\d+\.\d+) \| [12] \|/gm), ([, number = '']) => number),
    );

    expect(numbers.map(({ length }) => length)).toEqual(IN_CHAPTER);
    for (const [index, inChapter] of numbers.entries()) {
      expect(inChapter.filter((number) => !number.startsWith(`${index + 1}.`))).toEqual([]);
    }
    const all = numbers.flat();
    const inOrder = all.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(inOrder);
    expect(rows.map(({ number }) => number)).toEqual(all);
    expect(rows.filter(({ level }) => level === '1')).toHaveLength(70);
  });

  it('gives each a verdict with a reason, and counts them rightly', () => {
    const counts = VERDICTS.map((verdict) => rows.filter((row) => row.verdict === verdict).length);

    expect(rows.filter(({ verdict, evidence }) => !VERDICTS.includes(verdict) || evidence.trim() === '')).toEqual([]);
    expect(review).toContain(`| ${VERDICTS.join(' | ')} |\n| --- | --- | --- | --- |\n| ${counts.join(' | ')} |`);
  });

  it('tells on top of all that is not met what it takes, and of nothing else', () => {
    const [, list = ''] = /^## Not met.*?\n([\s\S]*?)^## /m.exec(review) ?? [];
    const told = Array.from(list.matchAll(/^\| ([\d., ]+) \|/gm), ([, numbers = '']) => numbers.split(', ')).flat();
    const notMet = rows.filter(({ verdict }) => verdict === 'not met').map(({ number }) => number);

    expect(told.toSorted()).toEqual(notMet.toSorted());
  });

  it('names only files that are there', () => {
    const files = Array.from(
      review.matchAll(/`((?:bot|content|deployment|dialogs|tests)\/[^`]+)`/g),
      ([, file = '']) => file,
    );

    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('names only cases that are on the list, and as evidence only those that a test shows', () => {
    const known = new Set(readCases().map(({ id }) => id));
    const leftOut = readLeftOut();
    const tested = idsInTests();
    const evidence = rows.filter(({ verdict }) => verdict === 'met').flatMap((row) => casesIn(row.evidence));

    expect(casesIn(rows.map((row) => row.evidence).join(' ')).filter((id) => !known.has(id))).toEqual([]);
    expect(evidence.filter((id) => id in leftOut || !tested.has(id))).toEqual([]);
  });

  it('quotes only titles of tests that are there', () => {
    const titles = Array.from(review.matchAll(/“([^”]+)”/g), ([, title = '']) => title);
    const tests = readdirSync('tests', { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?:\.test|Contract)\.ts$/.test(name))
      .map((name) => readFileSync(join('tests', name), 'utf8'))
      .join('\n');

    expect(titles.length).toBeGreaterThan(10);
    expect(titles.filter((title) => !tests.includes(title))).toEqual([]);
  });

  it('leads to its own parts by links that work', () => {
    const parts = new Set(
      Array.from(review.matchAll(/^## (.+)$/gm), ([, heading = '']) => heading.toLowerCase().replaceAll(' ', '-')),
    );
    const links = Array.from(review.matchAll(/\]\(#([^)]+)\)/g), ([, link = '']) => link);

    expect(links.filter((link) => !parts.has(link))).toEqual([]);
  });
});
