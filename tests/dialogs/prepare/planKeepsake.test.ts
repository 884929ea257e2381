import { describe, expect, it } from '@jest/globals';
import { calendarFile } from '../../../bot/keepsakes/calendarFile.ts';
import type { Keepsake } from '../../../dialogs/keepsakes/keepsake.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { content, preparing, SITUATION, sayAll } from './plannedTalk.ts';

const NOW = Date.parse('2026-11-23T08:00:00Z');

/** The page of a plan made at this moment for a talk then. */
async function planned(at: string, meeting: string, ...after: readonly string[]): Promise<Keepsake> {
  const teacher = preparing();
  teacher.wait((Date.parse(at) - NOW) / 1000);
  await sayAll(teacher, ...SITUATION.slice(0, 9), meeting, ...after, 'klaar');
  const page = teacher.kept.keepsakes.at(-1);
  if (!page) throw new Error('Nothing was kept.');
  return page;
}

function headings({ sections }: Keepsake) {
  return sections.map(({ heading }) => heading);
}

describe('the page of a plan', () => {
  it('has a place for all that a talk needs, answered or not', async () => {
    const page = await planned('2026-11-23T08:00:00Z', 'donderdag om half vier');

    expect(page.title).toBe('Mijn gesprek over Robin');
    expect(headings(page)).toEqual([
      'Wanneer',
      'Mijn doel',
      'Mijn eerste zin',
      'De ouder',
      'Wat ik wil vragen',
      'Waarin de ouder de kenner is',
      'Verwachtingen over en weer',
      'Wat ik wel en niet kan beloven',
      'Afspraken (wie, wat, wanneer)',
      'Hoe ik bereikbaar blijf',
      'Als het hoog oploopt',
      'In de agenda',
    ]);
  });

  it('proposes three questions for this kind of case and what to do with such a parent', async () => {
    const { sections } = await planned('2026-11-23T08:00:00Z', 'donderdag om half vier');

    const items = (wanted: string) =>
      sections
        .find(({ heading }) => heading === wanted)
        ?.blocks.flatMap((block) => (block.type === 'list' ? block.items : []));

    expect(items('Wat ik wil vragen')).toContain('Wat vertelt Robin thuis over de pauze?');
    expect(items('Als het hoog oploopt')).toContain('Ik laat de ouder uitpraten en verdedig niets.');
  });

  it('puts who, what and when of each agreement in a row', async () => {
    const skips = Array<string>(8).fill('overslaan');
    const { sections } = await planned(
      '2026-11-23T08:00:00Z',
      'donderdag om half vier',
      ...skips,
      'Ik kijk elke pauze mee.\n- De ouder vraagt vrijdag hoe het ging.\nSamen bellen we op 4 december.',
    );

    const table = sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'table');

    expect(table).toMatchObject({
      rows: [
        ['Ik', 'Ik kijk elke pauze mee.', ''],
        ['De ouder', 'De ouder vraagt vrijdag hoe het ging.', 'vrijdag 27 november 2026'],
        ['Samen', 'Samen bellen we op 4 december.', 'vrijdag 4 december 2026'],
      ],
    });
  });

  it('says how to begin above the lines of a sentence that was skipped', async () => {
    const { sections } = await planned('2026-11-23T08:00:00Z', 'donderdag om half vier');

    const skipped = sections.find(({ heading }) => heading === 'Waarin de ouder de kenner is');

    expect(skipped?.blocks).toEqual([
      { type: 'lines', label: 'Begin met: “U kent Robin veel beter dan ik. Wat …?”', count: 2 },
    ]);
  });

  it('names where the spacing of the rehearsals comes from', async () => {
    const { sources } = await planned('2026-11-23T08:00:00Z', 'donderdag om half vier');

    expect(sources.join('\n')).toContain('Cepeda');
    expect(sources.join('\n')).toContain('Munniksma');
  });

  it('has no calendar for a talk without a day', async () => {
    const page = await planned('2026-11-23T08:00:00Z', 'overslaan');

    expect(page.events).toBeUndefined();
    expect(page.sources.join('\n')).not.toContain('Cepeda');
  });
});

describe('the calendar of a plan', () => {
  it('holds two rehearsals, the talk and the call after it, in order of time', async () => {
    const { events = [] } = await planned('2026-11-23T08:00:00Z', '3 december om half vier');

    expect(events.map(({ title, start }) => [title, start])).toEqual([
      ['Eigen gesprek oefenen (1 van 2)', '2026-11-24T16:30'],
      ['Eigen gesprek oefenen (2 van 2)', '2026-11-26T16:30'],
      ['Gesprek over Robin', '2026-12-03T15:30'],
      ['Even bellen over Robin', '2026-12-10T16:00'],
    ]);
  });

  it('rings at the moment that the teacher named for staying within reach', async () => {
    const skips = Array<string>(6).fill('overslaan');
    const { events = [] } = await planned(
      '2026-11-23T08:00:00Z',
      '3 december om half vier',
      ...skips,
      'Ik bel u op 8 december om 12.15 uur.',
      'zo laten',
    );

    expect(events.at(-1)?.start).toBe('2026-12-08T12:15');
  });

  it('rehearses in the evening when the afternoon is over', async () => {
    const { events = [] } = await planned('2026-11-23T17:30:00Z', 'donderdag om half vier');

    expect(events[0]?.start).toBe('2026-11-23T20:00');
  });

  it.each([
    [
      'in autumn, when the clock goes back on 25 October',
      '2026-10-20T08:00:00Z',
      '28 oktober 15.30',
      ['20261021T143000Z', '20261022T143000Z', '20261028T143000Z', '20261104T150000Z'],
    ],
    [
      'in spring, when the clock goes forward on 28 March',
      '2027-03-22T08:00:00Z',
      '1 april 15.30',
      ['20270323T153000Z', '20270325T153000Z', '20270401T133000Z', '20270408T140000Z'],
    ],
  ])('shows the Dutch clock time on both sides of a change %s', async (_, at, meeting, starts) => {
    const page = await planned(at, meeting);

    const file = calendarFile(page, 'plan', createTexts(content.messages)('nl'));

    expect([...file.matchAll(/DTSTART:(\S+)/gu)].map(([, start]) => start)).toEqual(starts);
  });
});
