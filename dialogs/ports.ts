import type { Locale } from '../content/schema/locale.ts';
import type { Scenario } from '../content/schema/scenario.ts';
import type { Reading, RecognizedMove } from './engine/reading.ts';
import type { LedgerLine } from './engine/rehearsal.ts';
import type { Keepsake, KeepsakeLinks } from './keepsakes/keepsake.ts';
import type { Hearing } from './masking/hearing.ts';
import type { KeptRehearsal } from './rehearse/keptRehearsal.ts';

/** The content that dialogs read. Loaded and checked before any dialog runs. */
export type { Content, MessageTree, ToolboxEntry } from '../content/schema/content.ts';

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
  readonly rehearsalStarted: (rehearsal: { id: string; scenario: Scenario; locale: Locale; seed: number }) => void;
  /** A turn of a rehearsal: what changed and why. After a rewind the same turn number may come again. */
  readonly turnTaken: (turn: { rehearsalId: string; turn: number; ledger: readonly LedgerLine[] }) => void;
  /** It came to its end, or its debrief was given. `kept`: what the teacher can look back on; null when nothing was said. */
  readonly rehearsalEnded: (rehearsal: { id: string; reason: string; kept: KeptRehearsal | null }) => void;
  /** This one rehearsal of this conversation is erased with this commit: its words, its ledger, its part of the log. */
  readonly eraseRehearsal: (id: string) => void;
  /** Everything of this teacher is erased with this commit; only what this turn says remains. */
  readonly eraseMyData: () => void;
}

/** What dialogs need from outside, made anew for each turn by `bot/`. */
export interface TurnServices {
  readonly record: TurnRecord;
  /** The scenario a running rehearsal is pinned to, also when its file has changed since. */
  pinnedScenario(id: string, revision: string): Promise<Scenario>;
  /** A fresh id, and a fresh seed (whole number, 0 to 2^31-1). Decided once per turn, so that a retried turn repeats them. */
  newId(): string;
  newSeed(): number;
  /**
   * Keeps it in the commit of this turn, under a fresh id, and says where it can be fetched from then on. It goes when
   * the conversation goes: with `eraseMyData`, and after `retentionDays`. Null where there are no pages, as in a
   * terminal: then nothing is kept.
   */
  keep(keepsake: Keepsake): KeepsakeLinks | null;
  /** Where the teacher finds all their rehearsals; null where there are no pages of the teacher's own. */
  readonly minePage: string | null;
  /** Whether messages may come with a card: the channel shows it in place of their words. */
  readonly cards: boolean;
  /** What was typed, beside what is kept of it: to look for danger in. Left out where nothing is masked, as in a terminal. */
  readonly hearing?: Hearing | undefined;
  /** Days that texts are kept. */
  readonly retentionDays: number;
}
