import { z } from 'zod';
import { UsageError } from '../../bot/channels/console/arguments.ts';
import type { Example } from '../../content/schema/example.ts';
import { LOCALES } from '../../content/schema/locale.ts';
import { MOVES } from '../../content/schema/move.ts';

const correctionSchema = z.strictObject({
  lang: z.enum(LOCALES),
  text: z.string().min(1).max(4_000),
  moves: z.array(z.strictObject({ move: z.enum(MOVES), start: z.int().min(0), end: z.int().min(1) })),
});

/**
 * Reads turns as coaches labelled them, one JSON value on a line: `{"lang","text","moves":[{"move","start","end"}]}`, places in
 * UTF-16 units. An empty `moves` says that the turn carries none. Throws `UsageError` naming every line that is no good.
 */
export function readCorrections(jsonLines: string, file: string): readonly Example[] {
  const problems: string[] = [];
  const examples: Example[] = [];
  jsonLines.split(/\r?\n/).forEach((written, index) => {
    if (written.trim() === '') return;
    const line = index + 1;
    const { correction, why } = readLine(written);
    if (correction === undefined) {
      problems.push(`${file}:${line} ${why}`);
      return;
    }
    const { lang, text, moves } = correction;
    const spans = moves.toSorted((a, b) => a.start - b.start || a.end - b.end);
    examples.push({ locale: lang, file: `corrections/${lang}.txt`, line, talk: '', text, spans, unlike: null });
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return examples;
}

function readLine(written: string): { correction?: z.infer<typeof correctionSchema>; why: string } {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return { why: 'is no JSON; write {"lang":"nl","text":"…","moves":[{"move":"minimise","start":0,"end":12}]}.' };
  }
  const read = correctionSchema.safeParse(value);
  if (!read.success) {
    return { why: read.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ') };
  }
  const { text, moves } = read.data;
  const outside = moves.find(({ start, end }) => start >= end || end > text.length);
  if (outside)
    return { why: `${outside.move}: ${outside.start}–${outside.end} is no place in ${text.length} characters.` };
  return { correction: read.data, why: '' };
}
