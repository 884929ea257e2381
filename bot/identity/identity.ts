import type { Route } from '../http/route.ts';
import type { FormTokens } from './formTokens.ts';
import type { PrincipalOf } from './principal.ts';
import type { CoachStore } from './stores.ts';

/** Who people are here, and how they come in and go out. */
export interface Identity {
  /** Who asks, on the pages of a teacher. */
  readonly teacherOf: PrincipalOf;
  /** Who asks, on the pages of a coach; null for somebody who is none. In local mode one browser can be both, as two. */
  readonly coachOf: PrincipalOf;
  readonly forms: FormTokens;
  /** Who may be chosen as coach. */
  readonly coaches: Pick<CoachStore, 'list'>;
  /** Calls the listener with `Principal.session` when a sign-in ends here. Returns the function that stops it. */
  onSignOut(listener: (session: string) => void): () => void;
  /** A new link under this address of ours that makes whoever opens it a coach, once; null where people have accounts. */
  coachLink(url: string): Promise<string | null>;
  readonly routes: readonly Route[];
}
