import type { HttpReply, HttpRequest } from '../../http/route.ts';
import { goTo } from '../../mine/frame.ts';
import { ownPath } from '../ownPath.ts';

/** Where people sign in. */
export const SIGN_IN = '/sign-in';

/** Where to sign in, and come back to the page that was asked for. */
export function signInFor({ method, url }: HttpRequest): HttpReply {
  return goTo(doorTo(ownPath(method === 'GET' ? url : null)));
}

/** The address of the door that leads on to this page of ours. */
export function doorTo(next: string): string {
  return `${SIGN_IN}?next=${encodeURIComponent(next)}`;
}
