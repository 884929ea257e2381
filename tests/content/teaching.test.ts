import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readContentFiles } from '../../content/contentFiles.ts';
import { CHILD_GROUPS } from '../../content/schema/childGroup.ts';
import { LOCALES } from '../../content/schema/locale.ts';
import { MOVES, MOVES_TO_AVOID, POSITIVE_MOVES, TIPS } from '../../content/schema/move.ts';
import { SITUATIONS, TIP_MOMENTS, tipSchema } from '../../content/schema/tip.ts';

const { files } = readContentFiles(join(import.meta.dirname, '../../content'));
const tips = files.tips.map(({ data }) => data);
const moves = files.moves?.data.moves ?? [];
const commands = files.commands?.data.commands;

function tool(id: string) {
  const found = files.toolbox.find(({ data }) => data.id === id)?.data;
  if (!found) throw new Error(`there is no tool "${id}"`);
  return found;
}

function tableRows(markdown: string): readonly string[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| ---') && !line.startsWith('| |'));
}

describe('the seven tips', () => {
  it('are all there, with the names of the article', () => {
    expect(tips.map(({ id }) => id).sort()).toEqual([...TIPS].sort());
    expect(tips.find(({ id }) => id === 'show-understanding')?.name.nl).toBe('Toon begrip');
    expect(tips.find(({ id }) => id === 'be-reachable')?.name.nl).toBe('Wees bereikbaar');
  });

  it.each(tips)('give eight sentences to say and three to avoid ($id)', ({ say, avoid }) => {
    expect(say.length).toBeGreaterThanOrEqual(8);
    expect(avoid.length).toBeGreaterThanOrEqual(3);
  });

  it.each(tips)('have three sentences or more for every moment of a talk ($id)', ({ say }) => {
    for (const moment of TIP_MOMENTS) {
      expect(say.filter((saying) => saying.moment === moment).length).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(tips)('show themselves at work in a few lines, with the last word to the teacher ($id)', ({ example }) => {
    expect([3, 4]).toContain(example.length);
    expect(example.at(-1)?.who).toBe('teacher');
  });

  it.each(tips)('tell where in the article they stand and what it says ($id)', ({ source, origin }) => {
    expect([source, origin.article]).toEqual(['munniksma-2014', 'op-een-lijn-kleuters']);
    expect(origin.section.nl).toContain('De samenwerking loopt spaak');
  });

  it('know every group of children and every situation that they can be asked for', () => {
    const sayings = tips.flatMap(({ say }) => say);

    expect(new Set(sayings.flatMap(({ group = [] }) => group))).toEqual(new Set(CHILD_GROUPS));
    expect(new Set(sayings.flatMap(({ situation = [] }) => situation))).toEqual(new Set(SITUATIONS));
  });

  it('are refused without a source, and with fewer than eight sentences or three to avoid', () => {
    const [tip] = tips;
    if (!tip) throw new Error('there is no tip');
    const { source: _source, ...unsourced } = tip;
    const { origin: _origin, ...unplaced } = tip;

    const refused = [
      unsourced,
      unplaced,
      { ...tip, say: tip.say.slice(0, 7) },
      { ...tip, avoid: tip.avoid.slice(0, 2) },
    ];

    expect(tipSchema.safeParse(tip).success).toBe(true);
    expect(refused.map((one) => tipSchema.safeParse(one).success)).toEqual([false, false, false, false]);
  });

  it.each(tips)('speak to the parent as "u" and never as "je" ($id)', ({ say }) => {
    const informal = say.filter(({ text }) => /\b(je|jij|jou|jouw)\b/i.test(text.nl));

    expect(informal).toEqual([]);
  });

  it('have no sentence twice', () => {
    const sentences = tips.flatMap(({ say }) => say.map(({ text }) => text.nl));

    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

describe('the moves', () => {
  it('are explained to the teacher, all nineteen', () => {
    expect(moves.map(({ id }) => id).sort()).toEqual([...MOVES].sort());
  });

  it('are marked as helping or to avoid as in the labelling guide', () => {
    const idsOf = (kind: string) => moves.filter((move) => move.kind === kind).map(({ id }) => id);

    expect(idsOf('helps').sort()).toEqual([...POSITIVE_MOVES].sort());
    expect(idsOf('avoid').sort()).toEqual([...MOVES_TO_AVOID].sort());
  });

  it('each fall under a tip, and each tip has one that helps', () => {
    const helped = new Set(moves.filter(({ kind }) => kind === 'helps').map(({ tip }) => tip));

    expect([...helped].sort()).toEqual([...TIPS].sort());
  });
});

describe('the commands', () => {
  it.each([
    ['rehearse', 'oefenen', 'rehearse'],
    ['prepare', 'voorbereiden', 'prepare'],
    ['tip', 'tip', 'tip'],
    ['source', 'bron', 'source'],
    ['toolbox', 'gereedschap', 'toolbox'],
    ['afterwards', 'terugblik', 'afterwards'],
    ['help', 'help', 'help'],
    ['stop', 'stop', 'stop'],
    ['hint', 'hint', 'hint'],
    ['pause', 'pauze', 'pause'],
    ['rewind', 'terug', 'rewind'],
    ['thought', 'gedachte', 'thought'],
    ['language', 'taal', 'language'],
    ['privacy', 'privacy', 'privacy'],
    ['delete-my-data', 'verwijder mijn gegevens', 'delete my data'],
  ] as const)('understand the promised words for %s', (command, nl, en) => {
    expect(commands?.[command].nl).toContain(nl);
    expect(commands?.[command].en).toContain(en);
  });

  it.each([
    'ik wil u helpen',
    'dank u wel',
    'hoe gaat het',
    'kunt u daar meer over vertellen',
    'ik begrijp het',
    'ik weet niet wat ik moet zeggen',
    'wat kan ik zeggen',
    'stop maar',
    'ja',
    'nee',
    'i want to help you',
    'thank you',
    'tell me more',
    'how are you',
  ])('leave "%s" to the talk with the parent', (sentence) => {
    const phrases = Object.values(commands ?? {}).flatMap((words) => LOCALES.flatMap((locale) => words[locale]));

    expect(phrases).not.toContain(sentence);
  });
});

describe('the toolbox', () => {
  it.each([
    'bullying-or-not',
    'signals',
    'talk-at-home',
    'books',
    'contact-moments',
    'parents-as-group',
    'vision',
    'in-between',
    'why-it-works',
  ])('holds %s, with a title and a text in both languages', (id) => {
    const { title, body } = tool(id);

    for (const locale of LOCALES) expect([title[locale].length > 5, body[locale].length > 600]).toEqual([true, true]);
  });

  it('lists all nine signals', () => {
    for (const locale of LOCALES) expect(tool('signals').body[locale].match(/^\| \d\. /gm)).toHaveLength(9);
  });

  it('has the table of the four moments with all parents', () => {
    for (const locale of LOCALES) expect(tableRows(tool('contact-moments').body[locale])).toHaveLength(5);
  });

  it('names the seven picture books', () => {
    for (const locale of LOCALES) {
      expect(tableRows(tool('books').body[locale])).toHaveLength(8);
      expect(tool('books').body[locale]).toContain('Kom je met me spelen?');
    }
  });

  it('has four questions for older kindergartners and six for younger ones', () => {
    for (const locale of LOCALES) {
      const [, older = '', younger = ''] = tool('talk-at-home').body[locale].split('\n## ');

      expect(older.match(/^- /gm)).toHaveLength(4);
      expect(younger.match(/^- /gm)).toHaveLength(6);
    }
  });

  it('defines bullying as repeated, on purpose and against someone defenceless', () => {
    expect(tool('bullying-or-not').body.nl).toMatch(/steeds opnieuw.*met opzet.*niet goed verweren/s);
    expect(tool('bullying-or-not').source).toBe('olweus-1993');
  });

  it('gives the figures of the studies, and says that pupils did not change', () => {
    const { body } = tool('why-it-works');

    for (const figure of ['9.779', '99', '83', '153', '2.510', '13 ', '14 ', '2015-2016', 'mei 2012', 'mei 2014']) {
      expect(body.nl).toContain(figure);
    }
    expect(body.en).toMatch(/9,779.*2,510/s);
    expect(body.nl).toMatch(/Leerlingen.*Geen verschil/);
    expect(body.en).toMatch(/Pupils.*No difference/);
  });

  it('uses no HTML, pictures or top headings', () => {
    const bodies = files.toolbox.flatMap(({ data }) => LOCALES.map((locale) => data.body[locale]));

    expect(bodies.filter((body) => /<\w|!\[|^# /m.test(body))).toEqual([]);
  });
});

describe('the sources', () => {
  it('that the parent model leans on are all there', () => {
    const ids = files.sources?.data.sources.map(({ id }) => id);

    expect(ids).toEqual(
      expect.arrayContaining(['munniksma-2014', 'op-een-lijn-kleuters', 'driehoek-ouders-school', 'expert-consensus']),
    );
  });
});
