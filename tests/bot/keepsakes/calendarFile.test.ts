import { describe, expect, it } from '@jest/globals';
import { calendarFile } from '../../../bot/keepsakes/calendarFile.ts';
import type { KeepsakeEvent } from '../../../dialogs/keepsakes/keepsake.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { theContent } from '../../theContent.ts';
import { aKeepsake } from './aKeepsake.ts';

const t = createTexts(theContent().messages)('nl');
const ID = '0b6f7c1e-7c39-4a7e-9d3c-1f2e3d4c5b6a';

function linesOf(...events: readonly KeepsakeEvent[]): readonly string[] {
  return calendarFile(aKeepsake({ events }), ID, t).split('\r\n');
}

function event(start: string, changes: Partial<KeepsakeEvent> = {}): KeepsakeEvent {
  return { title: 'Ouderavond', start, minutes: 90, ...changes };
}

describe('a calendar file', () => {
  it.each([
    ['summer', '2026-09-22T19:30', '20260922T173000Z', '20260922T190000Z'],
    ['winter', '2026-11-19T19:30', '20261119T183000Z', '20261119T200000Z'],
    ['the last day of summer time', '2026-10-24T19:30', '20261024T173000Z', '20261024T190000Z'],
    ['the day the clock goes back', '2026-10-25T19:30', '20261025T183000Z', '20261025T200000Z'],
    ['the day the clock goes forward', '2027-03-28T19:30', '20270328T173000Z', '20270328T190000Z'],
    ['across midnight', '2026-09-22T23:30', '20260922T213000Z', '20260922T230000Z'],
    ['across New Year', '2026-12-31T23:45', '20261231T224500Z', '20270101T001500Z'],
  ])('holds the Dutch clock time in %s', (_, start, from, until) => {
    const lines = linesOf(event(start));

    expect(lines).toContain(`DTSTART:${from}`);
    expect(lines).toContain(`DTEND:${until}`);
  });

  it('means the first of two hours when the clock goes back, and the hour after in the gap of spring', () => {
    const lines = linesOf(event('2026-10-25T02:30'), event('2027-03-28T02:30'));

    expect(lines).toContain('DTSTART:20261025T003000Z');
    expect(lines).toContain('DTSTART:20270328T013000Z');
  });

  it('gives a day without a time a whole day', () => {
    const lines = linesOf(event('2026-09-22'));

    expect(lines).toContain('DTSTART;VALUE=DATE:20260922');
    expect(lines).toContain('DTEND;VALUE=DATE:20260923');
  });

  it('is iCalendar: ended by CRLF, folded at 75 bytes, begun and closed', () => {
    const description = 'Jij en de ouders zeggen wat jullie verwachten; vóór, één, “tekst”, '.repeat(4);
    const lines = linesOf(event('2026-09-22T19:30', { description }));

    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain('VERSION:2.0');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.join('\n')).not.toContain('\r');
  });

  it('keeps what was typed from becoming lines or properties of its own', () => {
    const title = 'Avond; met, komma\nEND:VCALENDAR';
    const lines = linesOf(event('2026-09-22T19:30', { title }));

    expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('SUMMARY'))).toContain('Avond\\; met\\, komma\\n');
  });

  it('keeps the title from doing so too', () => {
    const keepsake = aKeepsake({ title: 'Terugblik: de vader; dinsdag, vier\nuur', events: [event('2026-09-22')] });

    const file = calendarFile(keepsake, ID, t).replaceAll('\r\n ', '');

    expect(file).toContain('X-WR-CALNAME:Op één lijn: Terugblik: de vader\\; dinsdag\\, vier\\nuur\r\n');
  });

  it('gives every event an id that stays the same, so that a second import adds nothing', () => {
    const uids = () => linesOf(event('2026-09-22'), event('2026-09-23')).filter((line) => line.startsWith('UID:'));

    expect(uids()).toEqual([`UID:${ID}-1@op-een-lijn`, `UID:${ID}-2@op-een-lijn`]);
    expect(uids()).toEqual(uids());
  });
});
