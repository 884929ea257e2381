import type { Words } from '../../../content/schema/cue.ts';
import type { DangerWords } from '../../../content/schema/danger.ts';
import type { Match } from '../pattern/matchPatterns.ts';
import type { Token } from '../token.ts';
import type { CompiledDanger } from './compileDanger.ts';
import { createDangerReader, type DangerMatch } from './createDangerReader.ts';
import { createDangerSights, type DangerSight } from './dangerSights.ts';
import { createDangerTexts, type OrdinaryWords } from './dangerText.ts';
import { stretchesOf } from './stretchesOf.ts';

/** A message as it was looked at in one language. */
export interface DangerLook {
  readonly tokens: readonly Token[];
  /** What patterns found. */
  readonly found: readonly DangerMatch[];
  readonly stretches: readonly Match[];
  readonly sight: DangerSight;
}

/** Looks at the words of a message. */
export type DangerEyes = (tokens: readonly Token[]) => DangerLook;

/** Looks for danger in one language: by its patterns, and as the models see it. `compiled`: its words of danger, compiled. */
export function createDangerEyes(
  danger: DangerWords,
  words: Words,
  compiled: CompiledDanger,
  ordinary: OrdinaryWords,
): DangerEyes {
  const textOf = createDangerTexts(danger, compiled, ordinary);
  const read = createDangerReader(danger, compiled);
  const see = createDangerSights(words, compiled);
  return (tokens) => {
    const text = textOf(tokens);
    return { tokens, found: read(text), stretches: stretchesOf(text), sight: see(text) };
  };
}
