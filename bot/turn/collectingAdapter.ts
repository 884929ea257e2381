import { type Activity, BotAdapter, type ResourceResponse, type TurnContext } from 'botbuilder-core';
import type { JsonObject } from '../ports.ts';

/**
 * A Bot Framework adapter that delivers nothing: what a turn sends is collected, to be committed with the turn and
 * offered to the channel only after that. One adapter serves one attempt at one turn.
 */
export class CollectingAdapter extends BotAdapter {
  readonly #sent: Partial<Activity>[] = [];

  /** What was sent so far, in order. */
  get sent(): readonly Partial<Activity>[] {
    return this.#sent.filter((activity) => !isAnswer(activity));
  }

  /** What answers an invoke, apart from what is said; undefined when the bot gave no answer. */
  get answer(): JsonObject | undefined {
    return this.#sent.find(isAnswer)?.value;
  }

  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const messages = activities.filter(({ type }) => type !== 'delay' && type !== 'trace' && type !== 'typing');
    this.#sent.push(...messages);
    return Promise.resolve(activities.map(() => ({ id: '' })));
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('The log is append-only: say it anew instead of updating it.'));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('The log is append-only: nothing that was sent is deleted by a turn.'));
  }

  override continueConversation(): Promise<never> {
    return Promise.reject(new Error('Proactive turns go through the turn runner.'));
  }
}

function isAnswer({ type }: Partial<Activity>): boolean {
  return type === 'invokeResponse';
}
