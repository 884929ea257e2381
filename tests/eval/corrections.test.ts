import { describe, expect, it } from '@jest/globals';
import { readCorrections } from './corrections.ts';

describe('corrections of coaches', () => {
  it('are read one turn a line, with the moves in place', () => {
    const line = '{"lang":"nl","text":"Ach joh.","moves":[{"move":"minimise","start":0,"end":8}]}';

    expect(readCorrections(`${line}\n\n`, 'coach.jsonl')).toMatchObject([
      { locale: 'nl', text: 'Ach joh.', spans: [{ move: 'minimise', start: 0, end: 8 }], line: 1 },
    ]);
  });

  it('may say that a turn carries no move', () => {
    expect(readCorrections('{"lang":"en","text":"See you.","moves":[]}', 'coach.jsonl')).toMatchObject([{ spans: [] }]);
  });

  it('are refused with every line that is no good', () => {
    const lines = [
      'not json',
      '{"lang":"fr","text":"Oui.","moves":[]}',
      '{"lang":"nl","text":"Ja.","moves":[{"move":"praise","start":0,"end":2}]}',
      '{"lang":"nl","text":"Ja.","moves":[{"move":"minimise","start":0,"end":9}]}',
    ];

    const read = () => readCorrections(lines.join('\n'), 'coach.jsonl');

    expect(read).toThrow(/coach.jsonl:1 .*\ncoach.jsonl:2 .*\ncoach.jsonl:3 .*\ncoach.jsonl:4 /);
  });
});
