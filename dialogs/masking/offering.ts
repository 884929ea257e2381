import type { Activity, TurnContext } from 'botbuilder-core';
import type { Suggestion } from '../activities.ts';

/**
 * Runs, and puts one more button under the last message that was sent on the way: clients show the buttons of the last
 * message alone.
 */
export async function offering(context: TurnContext, button: Suggestion, run: () => Promise<void>): Promise<void> {
  let last: Partial<Activity> | undefined;
  context.onSendActivities((_context, activities, next) => {
    last = activities.findLast(({ type }) => type === 'message') ?? last;
    return next();
  });
  await run();
  if (!last) return;
  const { to = [], actions = [] } = last.suggestedActions ?? {};
  last.suggestedActions = { to, actions: [...actions, { type: 'imBack', ...button }] };
}
