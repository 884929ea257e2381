import { z } from 'zod';
import { loadContent } from '../../../content/load.ts';
import { LOCALES } from '../../../content/schema/locale.ts';
import { createLanguage } from '../../../dialogs/language/createLanguage.ts';
import { DEFAULT_CHILD } from '../../../dialogs/language/createRecognizer.ts';
import { createMasker } from '../../../dialogs/masking/createMasker.ts';
import { runCommand } from './arguments.ts';
import { inputLines } from './inputLines.ts';

/** One line of input: `{"lang":"nl","text":"…"}`; `child` names the parent's own child (default Noor, Sam). */
const inputSchema = z.object({
  lang: z.enum(LOCALES),
  text: z.string(),
  child: z.union([z.string(), z.array(z.string())]).optional(),
});

/** A line of input that is not what `inputSchema` asks. */
class InputError extends Error {
  override readonly name = 'InputError';
}

await runCommand(async () => {
  const content = loadContent();
  const { recognizer, findDanger } = createLanguage(content);
  const mask = createMasker(content);
  let number = 0;
  for await (const line of inputLines()) {
    number += 1;
    if (!line.trim()) continue;
    const { lang, text, child } = parseLine(line, number);
    const children = typeof child === 'string' ? [child] : (child ?? DEFAULT_CHILD);
    const moves = recognizer
      .recognize(text, lang, children)
      .map(({ move, confidence, start, end }) => ({ move, confidence, start, end }));
    const { masked } = mask(text, lang, children);
    process.stdout.write(`${JSON.stringify({ moves, danger: findDanger(text)?.kind ?? null, masked })}\n`);
  }
});

function parseLine(line: string, number: number): z.infer<typeof inputSchema> {
  try {
    return inputSchema.parse(JSON.parse(line));
  } catch (error) {
    throw new InputError(`Line ${number} must read {"lang":"nl" or "en","text":"…"}.`, { cause: error });
  }
}
