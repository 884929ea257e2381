import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import type { ContentProblem } from './contentError.ts';
import { explainIssue } from './explainIssue.ts';
import { lineFinder } from './lineFinder.ts';

const MAX_BYTES = 1_000_000;

/** A content file after its schema: `data` holds everything the schema promises. */
export interface ContentFile<T> {
  /** Relative to the content folder, with forward slashes. */
  readonly file: string;
  /** As it stands in the file, to find lines in. */
  readonly text: string;
  readonly data: T;
}

/** What came of reading one file: its data, or why not. */
export type Reading<T> =
  | { readonly ok: true; readonly content: ContentFile<T> }
  | { readonly ok: false; readonly problems: readonly ContentProblem[] };

/**
 * Reads one YAML file and checks it against its schema. Refused are: a missing file, one above 1 MB, one that is
 * not UTF-8 or starts with a byte order mark, and YAML with aliases (`*name`), which can grow without end.
 */
export function readYaml<T>(root: string, file: string, schema: z.ZodType<T>): Reading<T> {
  const text = readText(root, file);
  if (typeof text !== 'string') return { ok: false, problems: [text] };

  const parsed = parseText(file, text);
  if (!parsed.ok) return parsed;

  const checked = schema.safeParse(parsed.value);
  if (checked.success) return { ok: true, content: { file, text, data: checked.data } };

  const lineOf = lineFinder(text);
  const explained = checked.error.issues.flatMap((issue) => explainIssue(issue));
  return {
    ok: false,
    problems: explained.map(({ path, why, fix }) => ({ file, line: lineOf(path), at: path.join('.'), why, fix })),
  };
}

function readText(root: string, file: string): string | ContentProblem {
  const path = join(root, file);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return wholeFile(file, 'The file is missing.', `add content/${file}.`);
  if (size > MAX_BYTES) {
    return wholeFile(file, `The file is ${size} bytes; content files stay under 1 MB.`, 'split it or shorten it.');
  }

  const bytes = readFileSync(path);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return wholeFile(file, 'The file starts with a byte order mark (BOM).', 'save it as "UTF-8 without BOM".');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return wholeFile(file, 'The file is not UTF-8, so ë and é would come out wrong.', 'save it as UTF-8.');
  }
}

/** js-yaml reads five times faster, at every start; `yaml` explains what is wrong, with the line, when something is. */
function parseText(
  file: string,
  text: string,
): { ok: true; value: unknown } | { ok: false; problems: readonly ContentProblem[] } {
  try {
    return { ok: true, value: load(text, { schema: CORE_SCHEMA, maxAliases: 0 }) };
  } catch {
    return explainRefusal(file, text);
  }
}

function explainRefusal(
  file: string,
  text: string,
): { ok: true; value: unknown } | { ok: false; problems: readonly ContentProblem[] } {
  try {
    return { ok: true, value: parse(text, { maxAliasCount: 0, prettyErrors: true, logLevel: 'error' }) };
  } catch (error) {
    if (error instanceof YAMLParseError) {
      const line = error.linePos?.[0].line ?? null;
      const why = `This is not valid YAML: ${error.message.split(' at line ')[0]}.`;
      const fix =
        'put a text with a colon or # in it between double quotes; else check the indentation here and just above.';
      return { ok: false, problems: [{ file, line, at: '', why, fix }] };
    }
    if (error instanceof ReferenceError) {
      const why = 'The file uses YAML aliases (*name), which are not allowed here.';
      return { ok: false, problems: [wholeFile(file, why, 'write the text out in full.')] };
    }
    throw error;
  }
}

function wholeFile(file: string, why: string, fix: string): ContentProblem {
  return { file, line: null, at: '', why, fix };
}
