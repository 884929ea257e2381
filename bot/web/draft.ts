import type { StoreMiddleware } from './webChat.ts';

const KEY = 'draft';

/** What the teacher was writing when this tab was last reloaded. It never leaves the tab. */
export function keptDraft(): string {
  return sessionStorage.getItem(KEY) ?? '';
}

/** Keeps what stands in the send box, until it is sent. */
export const draftMiddleware: StoreMiddleware = () => (next) => (action) => {
  if (action.type === 'WEB_CHAT/SET_SEND_BOX') {
    sessionStorage.setItem(KEY, (action.payload as { readonly text: string }).text);
  }
  return next(action);
};
