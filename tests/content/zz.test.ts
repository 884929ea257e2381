import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { contentFileNames } from '../../content/checkFileKinds.ts';
import { readPlainYaml } from '../../content/plainYaml.ts';

const root = join(import.meta.dirname, '../../content');
const texts = contentFileNames(root).map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);

/** What the full parser makes of it; undefined when it refuses. */
function full(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: parse(text, { logLevel: 'silent' }) };
  } catch {
    return undefined;
  }
}

describe('plain YAML', () => {
  it.each(texts)('reads %s as the full parser does', (_file, text) => {
    const expected = full(text);

    expect(readPlainYaml(text) ?? expected).toEqual(expected);
  });

  it('reads every file above 20 kB without help, so that starting stays fast', () => {
    const large = texts.filter(([, text]) => text.length > 20_000);

    expect(large.filter(([, text]) => !readPlainYaml(text)).map(([file]) => file)).toEqual([]);
  });

  it.each([
    ['an anchor', 'a: &x b'],
    ['a tag', 'a: !!str 1'],
    ['a document mark', '---\na: b'],
    ['a tab', 'a:\tb'],
    ['a text over two lines', 'a: b\n  c'],
    ['a colon inside a text', 'a: b: c'],
    ['a key that is there twice', 'a: 1\na: 2'],
    ['a quote that does not end', 'a: "b'],
    ['an odd number', 'a: 0x1F'],
    ['a carriage return', 'a: b\r\n'],
    ['nothing', ''],
  ])('leaves %s to the full parser', (_what, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('never reads a damaged text otherwise than the full parser', () => {
    const piece = fc.constantFrom(
      ...[
        '\n',
        ' ',
        '  ',
        '\n  ',
        '- ',
        ': ',
        ':',
        '#',
        ' # ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ',',
        '|',
        '>',
        '|-\n',
        '&a ',
        '*a',
      ],
      ...[
        '!x ',
        '%',
        '@',
        '~',
        'null',
        'true',
        '-',
        '--',
        '?',
        '? ',
        '1.0',
        '.5',
        '1e3',
        '\\',
        '\\n',
        '=',
        '<<: ',
        'a: ',
      ],
    );
    const small = texts.map(([, text]) => text.split('\n').slice(0, 40).join('\n'));

    fc.assert(
      fc.property(fc.constantFrom(...small), fc.nat(), fc.nat(6), piece, (text, at, cut, added) => {
        const start = at % (text.length + 1);
        const damaged = text.slice(0, start) + added + text.slice(start + cut);
        const plain = readPlainYaml(damaged);
        if (plain) expect(plain).toEqual(full(damaged));
      }),
      { numRuns: 60000, seed: 3 },
    );
  });
});
