import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** One case of the list of what must hold. */
export interface Case {
  readonly id: string;
  readonly input: string;
  readonly expected: string;
}

const HERE = import.meta.dirname;
const ID = /\b[A-Z]\d{2}\b/g;

const leftOutSchema = z.record(
  z.string().regex(/^[A-Z]\d{2}$/),
  z.strictObject({
    /** `not applicable`: the product has no such thing. `not here`: it needs what a test machine does not have. `elsewhere`: shown by what `why` names. `open`: still to be shown. */
    because: z.enum(['not applicable', 'not here', 'elsewhere', 'open']),
    why: z.string().min(10),
  }),
);

/** Why a case has no test, by id. */
export type LeftOut = z.infer<typeof leftOutSchema>;

/** All cases, in the order of the list. */
export function readCases(): readonly Case[] {
  const [, ...rows] = readFileSync(join(HERE, 'cases.csv'), 'utf8').trim().split(/\r?\n/);
  return rows.map((row) => {
    const [id = '', , input = '', expected = ''] = cells(row);
    return { id, input, expected };
  });
}

/** Cases that have no test, and why. Throws when the file is not as it should be. */
export function readLeftOut(): LeftOut {
  return leftOutSchema.parse(parse(readFileSync(join(HERE, 'leftOut.yaml'), 'utf8')));
}

/** Ids that tests name; which of them ran, and how, only a run knows. */
export function idsInTests(): ReadonlySet<string> {
  const folder = join(HERE, '..');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return new Set(files.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(ID) ?? []));
}

/** One row of comma-separated values; quotes are doubled inside quotes. */
function cells(row: string): readonly string[] {
  return Array.from(row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}
