import { describe, expect, it } from '@jest/globals';
import type { Keepsake } from '../../../dialogs/keepsakes/keepsake.ts';
import { chat } from '../chat.ts';

const DAY_SECONDS = 24 * 60 * 60;

/** Walks through the planner with one answer for each question; the talk is on 23 November 2026. */
async function planner(...answers: readonly string[]): Promise<{ kept: Keepsake | undefined; said: string[] }> {
  const talk = chat('nl');
  const said: string[] = [];
  for (const text of ['maken contact-moments', ...answers, 'klaar'])
    said.push(...(await talk.say(text)).map((one) => one.text));
  return { kept: talk.kept.keepsakes[0], said };
}

describe('planning contact moments', () => {
  it('says back what date it understood, with the day of the week', async () => {
    const { said } = await planner('27 augustus 18.30, in de aula');

    expect(said[1]).toContain('vrijdag 27 augustus 2027 om 18.30 uur');
  });

  it('is of use on paper before anything is planned', async () => {
    const { kept } = await planner();

    expect(kept?.sections.length).toBeGreaterThan(1);
    expect(kept?.events).toBeUndefined();
  });

  it('says so when it sees no date, and keeps the words on the planner', async () => {
    const { kept, said } = await planner('ergens in september');

    expect(said[1]).toContain('geen datum');
    expect(JSON.stringify(kept?.sections[0])).toContain('ergens in september');
    expect(kept?.events).toBeUndefined();
  });

  it('puts every date into the calendar, in order of time, with what to talk about', async () => {
    const { kept } = await planner(
      'overslaan',
      '22 september 19.30',
      '9 oktober 14.15 en 12 maart 14.15',
      'overslaan',
      '30 november 15.30',
    );

    expect(kept?.events?.map(({ start, title, minutes }) => [start, title, minutes])).toEqual([
      ['2026-11-30T15:30', 'Huisbezoek', 45],
      ['2027-03-12T14:15', 'Weekafsluiting', 30],
      ['2027-09-22T19:30', 'Ouderavond', 90],
      ['2027-10-09T14:15', 'Weekafsluiting', 30],
    ]);
    expect(kept?.events?.[0]?.description).toContain('Voelt het kind zich fijn in de klas?');
    expect(kept?.events?.[2]?.description).toContain('wat jullie van elkaar verwachten');
  });

  it('shows all seven moments with their attention to bullying, planned or not', async () => {
    const { kept } = await planner('27 augustus 18.30');

    const tables = kept?.sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table')) ?? [];
    expect(tables.map(({ rows }) => rows.map(([name]) => name))).toEqual([
      ['Jaaropening', 'Ouderavond', 'Weekafsluiting', 'Training voor ouders'],
      ['Huisbezoek', 'Bellen', 'Inloop'],
    ]);
    expect(tables.flatMap(({ rows }) => rows.map(([, , attention]) => attention))).not.toContain('');
    expect(tables[0]?.rows[1]?.[1]).toBe('nog te plannen');
  });

  it('names who is missed, how to reach them, and what the children do', async () => {
    const skips = Array.from({ length: 6 }, () => 'overslaan');
    const { kept } = await planner(
      '27 augustus',
      ...skips,
      'een vader die ’s avonds werkt',
      'Ik ga op huisbezoek',
      'zij maken de uitnodiging',
    );

    const page = JSON.stringify(kept?.sections);
    expect(page).toContain('een vader die ’s avonds werkt');
    expect(page).toContain('Ik ga op huisbezoek');
    expect(page).toContain('zij maken de uitnodiging');
  });

  it('still means the same day when it is finished weeks later', async () => {
    const talk = chat('nl');
    for (const text of ['maken contact-moments', '1 december 19.30', 'stop']) await talk.say(text);
    talk.wait(20 * DAY_SECONDS);

    for (const text of ['maken contact-moments', 'klaar']) await talk.say(text);

    expect(talk.kept.keepsakes[0]?.events?.[0]?.start).toBe('2026-12-01T19:30');
  });

  it('offers the calendar only when there is a date', async () => {
    const { said: without } = await planner('ooit');
    const { said: withDate } = await planner('27 augustus');

    expect(without.at(-1)).not.toContain('calendar.ics');
    expect(withDate.at(-1)).toContain('calendar.ics');
  });
});
