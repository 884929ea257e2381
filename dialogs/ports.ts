import type { Locale } from '../content/schema/locale.ts';
import type { MoveEntry } from '../content/schema/move.ts';
import type { Scenario } from '../content/schema/scenario.ts';
import type { Source } from '../content/schema/source.ts';
import type { Tip } from '../content/schema/tip.ts';
import type { Reading, RecognizedMove } from './engine/reading.ts';
import type { LedgerLine } from './engine/rehearsal.ts';

/** The content that dialogs read. Loaded and checked before any dialog runs. */
export interface Content {
  readonly scenarios: readonly Scenario[];
  readonly tips: readonly Tip[];
  readonly moves: readonly MoveEntry[];
  readonly sources: readonly Source[];
  readonly toolbox: readonly ToolboxEntry[];
  /** Interface texts: locale → key → text. Keys are dotted, as in `rehearse.choose`. */
  readonly messages: Readonly<Record<Locale, MessageTree>>;
  /** The words understood anywhere: command → locale → words, lower case. */
  readonly commands: Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>>;
}

/** A nested tree of texts, as i18next takes it. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** One tool of the toolbox: something to read and use as it is. */
export interface ToolboxEntry {
  readonly id: string;
  readonly title: Readonly<Record<Locale, string>>;
  /** Markdown. */
  readonly body: Readonly<Record<Locale, string>>;
  readonly source: string;
}

/** Labels what a teacher does in one utterance (`content/moves/`). Never throws; the empty text has no moves. */
export interface Recognizer {
  /** `child`: first names of the parent's own child; default Noor and Sam. */
  recognize(utterance: string, locale: Locale, child?: readonly string[]): readonly RecognizedMove[];
}

/** Reads one utterance against one scenario: moves, concerns touched, facts asked about, kind. */
export interface Reader {
  read(utterance: string, scenario: Scenario, locale: Locale): Reading;
}

/** What a turn writes beside its messages; it is kept in the same commit, or not at all. */
export interface TurnRecord {
  /** A rehearsal began; its scenario is kept under `scenario.revision` for as long as the rehearsal. */
  rehearsalStarted(rehearsal: { id: string; scenario: Scenario; locale: Locale; seed: number }): void;
  /** A turn of a rehearsal: what changed and why. After a rewind the same turn number may come again. */
  turnTaken(turn: { rehearsalId: string; turn: number; ledger: readonly LedgerLine[] }): void;
  rehearsalEnded(rehearsal: { id: string; reason: string }): void;
  /** Everything of this teacher is erased with this commit; only what this turn says remains. */
  eraseMyData(): void;
}

/** What dialogs need from outside, made anew for each turn by `bot/`. */
export interface TurnServices {
  readonly record: TurnRecord;
  /** The scenario a running rehearsal is pinned to, also when its file has changed since. */
  pinnedScenario(id: string, revision: string): Promise<Scenario>;
  /** A fresh id, and a fresh seed (whole number, 0 to 2^31-1). Decided once per turn, so that a retried turn repeats them. */
  newId(): string;
  newSeed(): number;
  /** Days that texts are kept. */
  readonly retentionDays: number;
}
