import type { Command } from './commands.ts';
import type { CueLexicon } from './cue.ts';
import type { DangerLexicon } from './danger.ts';
import type { Locale } from './locale.ts';
import type { MessageTree } from './messages.ts';
import type { MoveEntry } from './move.ts';
import type { StoredMoveModel } from './moveModel.ts';
import type { Scenario } from './scenario.ts';
import type { Source } from './source.ts';
import type { Tip } from './tip.ts';
import type { ToolboxEntry } from './toolbox.ts';
import type { Question } from './topic.ts';

export type { MessageTree, ToolboxEntry };

/** All that is said and taught, loaded and checked before any dialog runs. */
export interface Content {
  /** In the order in which they are listed to the teacher. */
  readonly scenarios: readonly Scenario[];
  /** In the order of `TIPS`. */
  readonly tips: readonly Tip[];
  readonly moves: readonly MoveEntry[];
  readonly sources: readonly Source[];
  /** In the order in which they are listed to the teacher. */
  readonly toolbox: readonly ToolboxEntry[];
  /** Interface texts: locale → key → text. The first part of a key is the name of its file, as in `page.title`. */
  readonly messages: Readonly<Record<Locale, MessageTree>>;
  /** The words understood anywhere: command → locale → phrases, lower case. */
  readonly commands: Readonly<Record<Command, Readonly<Record<Locale, readonly string[]>>>>;
  /** What the recognizer knows of language. */
  readonly lexicon: CueLexicon;
  /** What tells of danger, and what only looks so. */
  readonly danger: DangerLexicon;
  /** Questions as teachers ask them, by which the topic of another question is found. */
  readonly questions: Readonly<Record<Locale, readonly Question[]>>;
  /** What the recognizer learned from `moves/examples/`. */
  readonly models: Partial<Readonly<Record<Locale, StoredMoveModel>>>;
}
