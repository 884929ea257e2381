import type { DialogState } from 'botbuilder-dialogs';
import { type Locale, nearestLocale } from '../content/schema/locale.ts';
import { TIPS, type TipId } from '../content/schema/move.ts';
import type { EndReason } from '../content/schema/state.ts';
import type { LookBack, LookingBack } from './afterwards/lookBack.ts';
import type { KeptPromise, Reminders } from './afterwards/promises.ts';
import type { Before } from './engine/rehearsal.ts';
import type { FilledIn, FormId } from './forms/form.ts';
import type { Plan, PlannedSentence } from './prepare/plan.ts';
import type { ReviewCame } from './rehearse/reviewCame.ts';
import type { Cited } from './sources/cited.ts';
import type { ToolProgress } from './toolbox/toolAnswers.ts';

/** What is remembered of one finished rehearsal, for the look back. */
export interface Rehearsed {
  readonly rehearsalId: string;
  readonly scenario: string;
  /** The plan that its scenario was made from, when it was the teacher's own. */
  readonly plan?: string;
  readonly endedAt: string;
  readonly ended: EndReason;
  readonly turns: number;
  readonly tension: { readonly from: number; readonly to: number };
  readonly tryNext: TipId;
  /** For the next talk with this parent; kept with the newest talk only. */
  readonly before?: Before;
}

/** What the bot keeps of one conversation between turns. Plain JSON. */
export interface Memory {
  readonly version: 2;
  /** The language in which the guide speaks; a rehearsal keeps the one it began in. */
  locale: Locale;
  /** The stack of dialogs, owned by botbuilder-dialogs. */
  dialogs: DialogState;
  /** Newest last, at most 50. */
  rehearsed: readonly Rehearsed[];
  /** The newest plan, as far as it got. */
  plan: Plan | null;
  /** The plans before it, newest last, at most 20 and no more than a database row is meant for; left out while there are none. */
  earlierPlans?: readonly Plan[];
  /** Words that were stopped because they tell of danger, until the next message: the teacher may go on with them. */
  stopped?: string;
  /** The next words are a parent's message to be answered. */
  awaitsMessage?: boolean;
  /** The teacher knows that names and numbers are masked. */
  toldOfMasking?: boolean;
  /** Words that the teacher wants left in, in small letters, newest last, at most 50. */
  leftIn?: readonly string[];
  /** What the word for source would now tell about; left out while nothing with a source was shown. */
  cited?: Cited;
  /** How far each tool got, by its id. */
  tools?: Readonly<Record<string, ToolProgress>>;
  /** What was promised in real talks, in the order of promising. */
  promises?: readonly KeptPromise[];
  /** How the teacher wants to be reminded of them; left out until it is known. */
  reminders?: Reminders;
  /** Looks back on real talks, newest last, at most 20; left out while there are none. */
  lookBacks?: readonly LookBack[];
  /** Reviews that came while a talk was going on, until they were told of. */
  reviewsCame?: readonly ReviewCame[];
  /** The look back that is being made. */
  lookingBack?: LookingBack;
  /** A form that was stopped because it tells of danger, until it is sent again or another is sent. */
  stoppedForm?: { readonly form: FormId; readonly filledIn: FilledIn };
}

/** What is kept by later versions cannot be read here. */
export const NEWEST_MEMORY = 2;

/** A memory for the first turn; the language follows the client, and is Dutch when we do not speak its language. */
export function freshMemory(clientLocale: string | undefined): Memory {
  return {
    version: 2,
    locale: nearestLocale(clientLocale),
    dialogs: { dialogStack: [] },
    rehearsed: [],
    plan: null,
  };
}

/** As it was kept before a plan was more than the sentences in it. */
interface OlderMemory extends Omit<Memory, 'version' | 'plan'> {
  readonly version: 1;
  readonly plan: readonly PlannedSentence[];
}

/** What was kept, in the shape of today. `at`: now, ISO 8601; an older plan does not say when it was made. */
export function recalled(kept: Memory | OlderMemory, at: string): Memory {
  if (kept.version === 2) return kept;
  return { ...kept, version: 2, plan: kept.plan.length > 0 ? planOf(kept.plan, at) : null };
}

function planOf(sentences: readonly PlannedSentence[], at: string): Plan {
  const next = TIPS.find((tip) => sentences.every((sentence) => sentence.tip !== tip));
  return {
    version: 1,
    id: 'first-plan',
    madeAt: at,
    changedAt: at,
    finishedAt: null,
    at: next ?? 'face-to-face',
    answers: Object.fromEntries(sentences.map(({ tip, sentence }) => [tip, { words: sentence, at }])),
    sentences,
    meeting: null,
    agreements: [],
  };
}
