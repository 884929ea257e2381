import { createHash } from 'node:crypto';
import type { ContentProblem } from './contentError.ts';
import { type KnownTurn, knownTurns } from './knownTurns.ts';
import type { Example } from './schema/example.ts';
import type { Locale } from './schema/locale.ts';
import { readWorkbenchFiles } from './workbenchFiles.ts';

/** Every turn of one language of which the content says what it does. */
export interface LabelledTurns {
  /** `moves/examples/`: by several writers. */
  readonly examples: readonly Example[];
  /** `moves/known/`: the cues were made with them. */
  readonly known: readonly Example[];
  /** From golden talks and simulated teachers: the moves are known, and not which words carry them. */
  readonly said: readonly KnownTurn[];
}

/** Reads them below `root`, and what could not be read. */
export function readLabelledTurns(
  locale: Locale,
  root: string = import.meta.dirname,
): { turns: LabelledTurns; problems: readonly ContentProblem[] } {
  const { files, problems } = readWorkbenchFiles(root);
  const own = (all: readonly Example[]) => all.filter((one) => one.locale === locale);
  return {
    turns: { examples: own(files.examples), known: own(files.known), said: knownTurns(files, locale) },
    problems,
  };
}

/** Names these turns: 16 hexadecimal digits, the same on every machine, others as soon as one label or word is. */
export function fingerprintOf({ examples, known, said }: LabelledTurns): string {
  return fingerprint([examples, known, said]);
}

/** Names a value that can be written as JSON: 16 hexadecimal digits. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
