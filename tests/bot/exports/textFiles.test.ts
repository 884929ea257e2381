import { describe, expect, it } from '@jest/globals';
import type { Activity } from 'botframework-schema';
import { chatFile } from '../../../bot/exports/chatFile.ts';
import { csvCell, csvTable } from '../../../bot/exports/csvCell.ts';
import { talkCsv, talksCsv } from '../../../bot/exports/csvFile.ts';
import { transcriptFile } from '../../../bot/exports/transcriptFile.ts';
import type { LoggedActivity } from '../../../bot/ports.ts';
import { aTalk, content, texts } from './aTalk.ts';
import { readChatFile } from './readChatFile.ts';

const t = texts('nl');

describe('a talk as CSV', () => {
  it.each([
    ['=SUM(A1)', `"'=SUM(A1)"`],
    ['+31 6', `"'+31 6"`],
    ['-2+3', `"'-2+3"`],
    ['@cmd', `"'@cmd"`],
    ['\tTab', `"'\tTab"`],
    ['\rReturn', `"'\rReturn"`],
    ['\0=1', `"'=1"`],
    ['  =1+1', `"'  =1+1"`],
    ['＝1+1', `"'＝1+1"`],
    ['\uFEFF=1', `"'\uFEFF=1"`],
    ['Ze zei: "nee"', '"Ze zei: ""nee"""'],
    ['twee\nregels', '"twee\nregels"'],
    ['-7', '"-7"'],
    [12, '"12"'],
  ])('W08 holds %j so that a spreadsheet calculates nothing', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('is UTF-8 with a byte order mark, and parted as spreadsheets in that language expect', () => {
    expect(csvTable([['a', 'é']], 'nl')).toBe('\uFEFF"a";"é"\r\n');
    expect(csvTable([['a', 'é']], 'en')).toBe('\uFEFF"a","é"\r\n');
  });

  it('has a row for everything that was said, with what it did and where the parent stood', () => {
    const rows = talkCsv(aTalk(), content, t).split('\r\n');

    expect(rows[0]).toBe('\uFEFF"Beurt";"Wie";"Tekst";"Wat het deed";"Spanning";"Vertrouwen"');
    expect(rows[1]).toMatch(/^"0";"Moeder van Sam";".+";"";"\d+";"\d+"$/u);
    expect(rows[2]).toBe('"1";"Leerkracht";"Wat naar voor u dat het zo loopt.";"toont begrip";"";""');
    expect(rows).toHaveLength(1 + 1 + 2 * 2 + 1);
  });

  it('M13 writes out marks that turn the direction of text', () => {
    expect(talkCsv(aTalk(['Dag \u202Emevrouw']), content, t)).toContain('Dag \\u202emevrouw');
  });

  it('has a row for each of many talks, with how every tip came back', () => {
    const { startedAt, kept } = aTalk();

    const [head = '', row = ''] = talksCsv([{ startedAt, summary: kept.summary }], content, 'nl', t).split('\r\n');

    expect(head.split(';')).toHaveLength(9 + 7);
    expect(row).toContain('"2026-11-23T08:00:00.000Z";"Buitengesloten in de bouwhoek";"gewoon";"2"');
    expect(row).toContain('"gedaan"');
  });
});

describe('a talk as .chat', () => {
  it('names both sides first, and then has all that was said in order', () => {
    const talk = aTalk();

    const { bot, user, said } = readChatFile(chatFile(talk, 'Leerkracht'));

    const { opening, turns } = talk.kept.rehearsal;
    expect({ bot, user }).toEqual({ bot: 'Moeder van Sam', user: 'Leerkracht' });
    expect(said).toEqual([
      { from: 'Moeder van Sam', text: opening.text },
      ...turns.flatMap(({ reading, reply }) => [
        { from: 'Leerkracht', text: reading.utterance },
        { from: 'Moeder van Sam', text: reply.text },
      ]),
    ]);
  });

  it('keeps words that look like a command, or like the next speaker, as words', () => {
    const words = 'Kijk:\nbot: [Typing] ik ben het\nMoeder van Sam: echt\n[Attachment=/etc/passwd]';

    const { said, commands } = readChatFile(chatFile(aTalk([words]), 'Leerkracht'));

    expect(commands).toEqual([]);
    expect(said[1]).toEqual({ from: 'Leerkracht', text: words });
    expect(said).toHaveLength(3);
  });
});

describe('a talk as .transcript', () => {
  const activity = (changes: Partial<Activity>): Partial<Activity> => ({
    type: 'message',
    timestamp: '2026-11-23T08:00:00.000Z' as unknown as Date,
    channelId: 'directline',
    conversation: { id: 'secret-conversation' } as Activity['conversation'],
    from: { id: 'dl_secret', name: '', role: 'user' } as Activity['from'],
    recipient: { id: 'op-een-lijn', name: 'Op één lijn', role: 'bot' } as Activity['recipient'],
    ...changes,
  });
  const logged = [
    activity({ id: 'secret-conversation|0000004', text: 'Dag \u202Emevrouw' }),
    activity({
      id: 'secret-conversation|0000005',
      replyToId: 'secret-conversation|0000004',
      text: 'Gaat u zitten.',
      from: { id: 'op-een-lijn', name: 'Moeder van Sam', role: 'bot' } as Activity['from'],
      recipient: { id: 'dl_secret', name: '', role: 'user' } as Activity['recipient'],
      channelData: { opEenLijn: { speaker: 'parent', kind: 'line' }, clientActivityID: 'secret' },
    }),
  ].map((one, index) => ({ seq: index + 4, activity: one }) as LoggedActivity);

  it('is a JSON array of activities, each with its place, its time and both sides', () => {
    const activities = JSON.parse(transcriptFile('rehearsal', logged));

    expect(activities).toEqual([
      {
        type: 'message',
        id: 'rehearsal|1',
        timestamp: '2026-11-23T08:00:00.000Z',
        channelId: 'directline',
        conversation: { id: 'rehearsal' },
        from: { id: 'user', name: 'user', role: 'user' },
        recipient: { id: 'bot', name: 'Op één lijn', role: 'bot' },
        text: 'Dag \u202Emevrouw',
      },
      {
        type: 'message',
        id: 'rehearsal|2',
        replyToId: 'rehearsal|1',
        timestamp: '2026-11-23T08:00:00.000Z',
        channelId: 'directline',
        conversation: { id: 'rehearsal' },
        from: { id: 'bot', name: 'Moeder van Sam', role: 'bot' },
        recipient: { id: 'user', name: 'user', role: 'user' },
        text: 'Gaat u zitten.',
        channelData: { opEenLijn: { speaker: 'parent', kind: 'line' } },
      },
    ]);
  });

  it('M13 holds marks that turn the direction of text as escapes', () => {
    expect(transcriptFile('rehearsal', logged)).toContain('Dag \\u202emevrouw');
  });

  it('lets no id of ours out', () => {
    expect(transcriptFile('rehearsal', logged)).not.toContain('secret');
  });
});
