import type { DialogState } from 'botbuilder-dialogs';
import { LOCALES, type Locale } from '../content/schema/locale.ts';
import type { TipId } from '../content/schema/move.ts';
import type { EndReason } from '../content/schema/state.ts';
import type { Before } from './engine/rehearsal.ts';
import type { Cited } from './sources/cited.ts';
import type { ToolProgress } from './toolbox/toolAnswers.ts';

/** What is remembered of one finished rehearsal, for the look back. */
export interface Rehearsed {
  readonly rehearsalId: string;
  readonly scenario: string;
  readonly endedAt: string;
  readonly ended: EndReason;
  readonly turns: number;
  readonly tension: { readonly from: number; readonly to: number };
  readonly tryNext: TipId;
  /** For the next talk with this parent; kept with the newest talk only. */
  readonly before?: Before;
}

/** One of the teacher's own sentences in the plan: a tip and what the teacher wants to say. */
export interface PlannedSentence {
  readonly tip: TipId;
  readonly sentence: string;
}

/** What the bot keeps of one conversation between turns. Plain JSON. */
export interface Memory {
  readonly version: 1;
  /** The language in which the guide speaks; a rehearsal keeps the one it began in. */
  locale: Locale;
  /** The stack of dialogs, owned by botbuilder-dialogs. */
  dialogs: DialogState;
  /** Newest last, at most 50. */
  rehearsed: readonly Rehearsed[];
  /** The newest plan, as far as it got. */
  plan: readonly PlannedSentence[];
  /** Words that were stopped because they tell of danger, until the next message: the teacher may go on with them. */
  stopped?: string;
  /** What the word for source would now tell about; left out while nothing with a source was shown. */
  cited?: Cited;
  /** How far each tool got, by its id. */
  tools?: Readonly<Record<string, ToolProgress>>;
}

/** A memory for the first turn; the language follows the client, and is Dutch when we do not speak its language. */
export function freshMemory(clientLocale: string | undefined): Memory {
  const language = (clientLocale ?? '').slice(0, 2).toLowerCase();
  return {
    version: 1,
    locale: LOCALES.find((locale) => locale === language) ?? 'nl',
    dialogs: { dialogStack: [] },
    rehearsed: [],
    plan: [],
  };
}
