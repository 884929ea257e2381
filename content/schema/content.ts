import type { Command } from './commands.ts';
import type { CueLexicon } from './cue.ts';
import type { DangerLexicon } from './danger.ts';
import type { StoredDangerModel } from './dangerModel.ts';
import type { Line } from './line.ts';
import type { Locale } from './locale.ts';
import type { MaskingContent } from './masking.ts';
import type { MessageKind, MessageWords, ParentMessage } from './messageKind.ts';
import type { MessageTree } from './messages.ts';
import type { MoveEntry } from './move.ts';
import type { StoredMoveModel } from './moveModel.ts';
import type { AnyOwnCase, OwnCase } from './ownCase.ts';
import type { Persona } from './persona.ts';
import type { Prepare, PrepareExample } from './prepare.ts';
import type { Rubric } from './rubric.ts';
import type { Scenario } from './scenario.ts';
import type { Source } from './source.ts';
import type { Tip } from './tip.ts';
import type { ToolboxEntry } from './toolbox.ts';
import type { Question } from './topic.ts';
import type { Weights } from './weight.ts';

export type { MessageTree, ToolboxEntry };

/** What a conversation plan, and a talk of the teacher's own, are made of. */
export interface PrepareContent {
  readonly walk: Prepare;
  readonly examples: readonly PrepareExample[];
  readonly any: AnyOwnCase;
  readonly kinds: readonly OwnCase[];
  /** The personas that an own case may have. */
  readonly personas: readonly Persona[];
  /** What any parent could say. */
  readonly anyone: readonly Line[];
  readonly weights: Weights;
}

/** What a message of a parent can carry, and how to answer it in writing. */
export interface AnsweringContent {
  /** In the order of `MESSAGE_KINDS`. */
  readonly kinds: readonly MessageKind[];
  /** Messages as parents write them, by which the kinds of another message are found. */
  readonly messages: Readonly<Record<Locale, readonly ParentMessage[]>>;
  /** What parents write about, in words; `*` stands for any ending. */
  readonly words: MessageWords['words'];
  /** Words behind which a parent names their own child. */
  readonly childFollows: MessageWords['childFollows'];
}

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
  /** Left out where there is no folder for it. */
  readonly prepare?: PrepareContent | undefined;
  /** How a coach describes a talk; left out where there is no folder for it. */
  readonly rubric?: Rubric | undefined;
  /** Left out where there is no folder for it. */
  readonly answering?: AnsweringContent | undefined;
  /** Interface texts: locale → key → text. The first part of a key is the name of its file, as in `page.title`. */
  readonly messages: Readonly<Record<Locale, MessageTree>>;
  /** The words understood anywhere: command → locale → phrases, lower case. */
  readonly commands: Readonly<Record<Command, Readonly<Record<Locale, readonly string[]>>>>;
  /** What the recognizer knows of language. */
  readonly lexicon: CueLexicon;
  /** What tells of danger, and what only looks so. */
  readonly danger: DangerLexicon;
  /** By what names and numbers are masked; left out where there is no folder for it. */
  readonly masking?: MaskingContent | undefined;
  /** Questions as teachers ask them, by which the topic of another question is found. */
  readonly questions: Readonly<Record<Locale, readonly Question[]>>;
  /** What the recognizer learned from `moves/examples/`. */
  readonly models: Partial<Readonly<Record<Locale, StoredMoveModel>>>;
  /** What was learned from `safety/examples/`. */
  readonly dangerModels: Partial<Readonly<Record<Locale, StoredDangerModel>>>;
}
