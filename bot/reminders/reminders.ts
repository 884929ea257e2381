import type { Logger } from 'pino';
import { amsterdamDay } from '../../dialogs/keepsakes/amsterdamTime.ts';
import { ownEvent } from '../../dialogs/ownEvents.ts';
import type { Proactive, ProactiveOutcome } from '../channels/teams/proactive.ts';
import type { OneAtATime } from '../oneAtATime.ts';
import type { ConversationStore } from '../ports.ts';
import { endOfHours, isInSchoolHours, type SchoolHours } from './schoolHours.ts';

export interface RemindersOptions {
  readonly conversations: Pick<ConversationStore, 'toRemind'>;
  readonly proactive: Proactive;
  readonly hours: SchoolHours;
  readonly log: Logger;
  /** Told of every turn that was tried. */
  readonly observe?: (outcome: ProactiveOutcome | 'failed') => void;
  /** Of several instances one looks at a time; left out: there is one. */
  readonly alone?: OneAtATime;
  readonly now?: () => Date;
}

/** How often we look whose day has come. */
const EVERY_MS = 60_000;
/** Who said or heard something in this time is busy with it, and is not interrupted. */
const QUIET_MS = 30 * 60_000;
const PAGE = 50;

/**
 * Reminds teachers unasked, where the bot can reach them: on school days, within the hours, once a day at most. What is
 * said, and whether there is anything to say, is decided by the turn itself (`op-een-lijn/remind`).
 *
 * Who is to be reminded stands in the store, so nothing is lost when the process ends. The turn has one key for each day:
 * of several instances, and at every further try, one has an effect.
 */
export class Reminders {
  readonly #options: RemindersOptions;
  /** Those where it went wrong, and on which day: tried again on the next. */
  readonly #notAgain = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #reminding: Promise<void> | undefined;
  #stopped = false;

  constructor(options: RemindersOptions) {
    this.#options = options;
  }

  /** From now on teachers are reminded by themselves. */
  start(): void {
    this.#timer = setInterval(() => this.#remindInBackground(), EVERY_MS).unref();
  }

  /** Finishes the turn under way and begins no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#reminding;
  }

  /** Reminds everybody whose day has come, if this is a moment for it. Rejects when nobody can be looked up. */
  async remindDue(): Promise<void> {
    const { conversations, hours, now = () => new Date() } = this.#options;
    for (let after = null as Place | null; ; ) {
      const at = now();
      if (this.#stopped || !isInSchoolHours(hours, at)) return;
      const quietSince = new Date(at.getTime() - QUIET_MS).toISOString();
      const page = await conversations.toRemind({ day: amsterdamDay(at), quietSince, after, limit: PAGE });
      for (const place of page) await this.#remind(place, at);
      after = page.at(-1) ?? null;
      if (page.length < PAGE || !after) return;
    }
  }

  #remindInBackground(): void {
    const { alone = (_job, work) => work() } = this.#options;
    this.#reminding ??= alone('reminders', () => this.remindDue())
      .then(() => undefined)
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#reminding = undefined;
      });
  }

  async #remind(place: Place, at: Date): Promise<void> {
    const day = amsterdamDay(at);
    const key = JSON.stringify([place.tenant, place.conversationId]);
    if (this.#stopped || this.#notAgain.get(key) === day) return;

    const outcome = await this.#turn(place, at).catch((error: unknown) => {
      this.#failed(error);
      return 'failed' as const;
    });
    this.#options.observe?.(outcome);
    if (outcome === 'accepted' || outcome === 'busy') this.#notAgain.delete(key);
    else this.#notAgain.set(key, day);
  }

  #turn({ tenant, conversationId }: Place, at: Date): Promise<ProactiveOutcome> {
    const { proactive, hours } = this.#options;
    return proactive.send({
      tenant,
      conversationId,
      activity: ownEvent({ name: 'op-een-lijn/remind', value: null }),
      dedupeKey: `remind/${amsterdamDay(at)}`,
      until: endOfHours(hours, at).toISOString(),
    });
  }

  #failed(error: unknown): void {
    this.#options.log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'reminders failed');
  }
}

type Place = Awaited<ReturnType<ConversationStore['toRemind']>>[number];
