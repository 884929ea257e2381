import { randomUUID } from 'node:crypto';
import type { FakeClock } from './fakeClock.ts';
import type { Wire } from './people.ts';

/** Teams waits this long for an answer and then delivers again, under the same id. */
const PATIENCE_SECONDS = 15;
/** An invoke that was not answered is delivered again under a new id. */
const INVOKE_SECONDS = 30;
const TRIES = 3;

/** How one delivery went. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Delivers until the bot has answered well, or too often. The answers come in the order of the tries. */
export class Redelivery {
  /** So many good answers get lost on their way back. */
  losesAnswers = 0;

  readonly #clock: FakeClock;
  readonly #post: (activity: Wire) => Promise<Answer>;

  constructor(clock: FakeClock, post: (activity: Wire) => Promise<Answer>) {
    this.#clock = clock;
    this.#post = post;
  }

  /** The answers so far; more come into the same list as time goes by. */
  async deliver(activity: Wire): Promise<Answer[]> {
    const answers: Answer[] = [];
    await this.#try(activity, answers);
    return answers;
  }

  async #try(activity: Wire, answers: Answer[]): Promise<void> {
    const answer = await this.#post(activity);
    answers.push(answer);
    if (this.#arrives(answer) || answers.length >= TRIES) return;

    const isInvoke = activity.type === 'invoke';
    const again = isInvoke ? { ...activity, id: `f:${randomUUID()}` } : activity;
    this.#clock.after(isInvoke ? INVOKE_SECONDS : PATIENCE_SECONDS, () => this.#try(again, answers));
  }

  #arrives({ status }: Answer): boolean {
    if (status === 401 || status === 403 || status === 400) return true;
    if (status >= 300) return false;
    if (this.losesAnswers === 0) return true;
    this.losesAnswers -= 1;
    return false;
  }
}
