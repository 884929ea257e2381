import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadContent } from '../../content/load.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { TOPICS } from '../../content/schema/topic.ts';

const { tips, toolbox } = loadContent();

/** One part of an article: its heading there, and under each topic the facts that a teacher must find. */
const articleSchema = z.array(
  z.strictObject({
    section: z.string(),
    found: z.array(
      z.strictObject({
        under: z.enum(TOPICS),
        facts: z.array(z.strictObject({ what: z.string(), nl: z.string(), en: z.string() })),
      }),
    ),
  }),
);

const ARTICLES = {
  'the article on parents of kindergartners': articleOf('kindergartners'),
  'the discussion of three studies': articleOf('threeStudies'),
};

function articleOf(name: string) {
  return articleSchema.parse(parse(readFileSync(new URL(`articles/${name}.yaml`, import.meta.url), 'utf8')));
}

/** What a teacher reads under a topic; not what its sources are said to say. */
function readUnder(topic: string, locale: Locale): string {
  const tip = tips.find(({ id }) => id === topic);
  const tool = toolbox.find(({ id }) => id === topic);
  const shown = tip
    ? [tip.what, tip.why, tip.say, tip.avoid, tip.example]
    : [tool?.intro, tool?.body, tool?.say, tool?.walk];
  return plain(textsIn(shown, locale).join('\n'));
}

function textsIn(value: unknown, locale: Locale): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own: unknown = Reflect.get(value, locale);
  if (typeof own === 'string') return [own];
  return Object.values(value).flatMap((part) => textsIn(part, locale));
}

function plain(text: string): string {
  return text.replaceAll('*', '').replace(/\s+/gu, ' ').toLowerCase();
}

/** Whether these words stand there; the parts around " … " in this order, or as written, where the text has a gap. */
function holds(text: string, words: string): boolean {
  const sought = plain(words);
  if (text.includes(sought)) return true;
  let from = 0;
  return sought.split(' … ').every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}

const FACTS = Object.entries(ARTICLES).flatMap(([article, sections]) =>
  sections.flatMap(({ section, found }) =>
    found.flatMap(({ under, facts }) => facts.map((fact) => ({ article, section, under, ...fact }))),
  ),
);

describe.each(Object.keys(ARTICLES))('%s', (article) => {
  const facts = FACTS.filter((fact) => fact.article === article);

  it.each(facts)('is found in both languages, $section: $what ($under)', ({ under, nl, en }) => {
    const sought = { nl, en };

    const missing = LOCALES.filter((locale) => !holds(readUnder(under, locale), sought[locale]));

    expect(missing).toEqual([]);
  });
});

describe('what is said to stand in an article', () => {
  const headings = ARTICLES['the article on parents of kindergartners'].map(({ section }) => section);
  const quoted = [
    ...toolbox.flatMap(({ claims = [] }) =>
      claims.filter(({ source }) => source === 'op-een-lijn-kleuters').map(({ section }) => section.nl),
    ),
    ...tips.map(({ origin }) => origin.section.nl),
  ].flatMap((section) => [...section.matchAll(/“([^”]+)”/gu)].flatMap(([, heading]) => heading ?? []));

  it('is looked up under a heading that is there', () => {
    expect(quoted.filter((heading) => !headings.includes(heading))).toEqual([]);
  });

  it('draws on every headed part of the article', () => {
    expect(headings.filter((heading) => heading !== 'Begin van het artikel' && !quoted.includes(heading))).toEqual([]);
  });

  it.each(LOCALES)('gives no figure of the studies that is not theirs (%s)', (locale) => {
    const thousands = locale === 'nl' ? ['9.779', '2.510'] : ['9,779', '2,510'];
    const theirs = ['99', '2012', '2014', '2015', '2016', '2020', '13', '14', '83', '153', ...thousands];
    const inGroupsFiveToEight = ['5', '8', '12'];
    const ofOurNumbering = ['1', '2', '3'];

    const figures: readonly string[] = readUnder('why-it-works', locale).match(/\d+(?:[.,]\d{3})*/gu) ?? [];

    const known = [...theirs, ...inGroupsFiveToEight, ...ofOurNumbering];
    expect(figures.filter((figure) => !known.includes(figure))).toEqual([]);
    expect(theirs.filter((figure) => !figures.includes(figure))).toEqual([]);
  });

  it.each(LOCALES)('never promises less bullying (%s)', (locale) => {
    const denial = { nl: 'belooft niet dat er minder gepest wordt', en: 'does not promise less bullying' };

    expect(holds(readUnder('why-it-works', locale), denial[locale])).toBe(true);
  });
});
