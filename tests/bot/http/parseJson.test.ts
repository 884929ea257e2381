import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../../bot/http/parseJson.ts';

const parse = (text: string) => parseJson(Buffer.from(text));

describe('parsed JSON', () => {
  it('M07 keeps the last of two equal keys', () => {
    const value = parse('{"type":"message","from":"a","type":"event","from":"b"}');

    expect(value).toEqual({ type: 'event', from: 'b' });
  });

  it.each(['1e999', '-1e999', '9007199254740993', '-9007199254740992'])('M08 has no number like %s', (number) => {
    expect(() => parse(`{"a":[${number}]}`)).toThrow('a number that cannot be kept exactly');
  });

  it('M08 keeps long ids that are strings', () => {
    expect(parse('{"id":"9007199254740993","n":9007199254740991,"f":0.1}')).toEqual({
      id: '9007199254740993',
      n: 9007199254740991,
      f: 0.1,
    });
  });

  it('M09 has no keys that reach prototypes', () => {
    const value = parse(
      '{"__proto__":{"polluted":1},"a":{"constructor":{"prototype":{"polluted":1}},"prototype":1,"b":2}}',
    );

    expect(value).toEqual({ a: { b: 2 } });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('M09 finds such keys behind escapes too', () => {
    expect(parse('{"__pr\\u006fto__":{"polluted":1}}')).toEqual({});
  });

  it('has no NUL and no half characters, which databases refuse', () => {
    expect(parse('{"a":"x\\u0000y\\ud800","b\\u0000":1}')).toEqual({ a: 'xy\ufffd' });
  });

  it('is otherwise what was written', () => {
    const written = fc.jsonValue({ noUnicodeString: false });
    const isPlain = (text: string) => !/__proto__|constructor|prototype|\\u0000|\\ud|e\+|\d{16}/i.test(text);

    fc.assert(
      fc.property(written.map((value) => JSON.stringify(value)).filter(isPlain), (text) => {
        expect(JSON.stringify(parse(text))).toBe(text);
      }),
    );
  });

  it('fails on any bytes only with a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          parseJson(bytes);
        } catch (error) {
          expect(error).toMatchObject({ name: 'HttpError', status: 400 });
        }
      }),
    );
  });
});
