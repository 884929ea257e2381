import type { Activity } from './activity.ts';
import { type SendFailure, SendProblem } from './sender.ts';
import type { Action, StoreMiddleware } from './webChat.ts';

/**
 * Told of every sentence that was not sent. `backInBox`: its words stand in the send box again; otherwise they stay
 * in the transcript, marked by Web Chat, because the teacher is already writing something else.
 */
export type OnUnsent = (reason: SendFailure, backInBox: boolean) => void;

/** Moves a sentence that was not sent out of the transcript and back into the send box. */
export function unsentMiddleware(onUnsent: OnUnsent): StoreMiddleware {
  return ({ dispatch, getState }) =>
    (next) =>
    (action) => {
      if (action.type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') return next(withLocalId(action));
      if (action.type !== 'DIRECT_LINE/POST_ACTIVITY_REJECTED') return next(action);

      const result = next(action);
      const unsent = getState().activities.find(({ id }) => id === localId(action));
      const backInBox = Boolean(unsent?.text) && getState().sendBoxValue.trim() === '';
      if (backInBox) {
        dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: unsent?.text } });
        dispatch({ type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: localId(action) } });
      }
      onUnsent(reasonOf(action.payload), backInBox);
      return result;
    };
}

/** Web Chat can only take an activity away by its id, and gives none to what is not sent yet. */
function withLocalId(action: Action): Action {
  const { activity } = action.payload as { readonly activity: Activity };
  return { ...action, payload: { activity: { ...activity, id: localId(action) } } };
}

function localId({ meta }: Action): string {
  return `unsent-${meta?.clientActivityID}`;
}

function reasonOf(problem: unknown): SendFailure {
  return problem instanceof SendProblem ? problem.reason : 'unsure';
}
