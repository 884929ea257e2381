import type { Principal } from '../identity/principal.ts';
import type { Framed } from '../mine/frame.ts';

/** Where this person reads our pages: in a browser of their own, or in the tab in Teams. */
export function placeOf({ session, personalChat }: Principal): Pick<Framed, 'isSignedIn' | 'tab'> {
  return personalChat === undefined ? { isSignedIn: session !== null } : { tab: { personalChat } };
}
