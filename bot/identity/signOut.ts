import type { Route } from '../http/route.ts';
import { goTo } from '../mine/frame.ts';
import type { FormTokens } from './formTokens.ts';
import type { PrincipalOf } from './principal.ts';
import type { Sessions } from './sessions.ts';

/** The address of the form that signs somebody out. */
export const SIGN_OUT = '/sign-out';

/** `POST /sign-out`: the sign-in is over here at once, and the browser forgets what it kept of our pages. */
export function signOutRoute(options: {
  readonly sessions: Pick<Sessions, 'leave'>;
  readonly signedInOf: PrincipalOf;
  readonly forms: FormTokens;
  /** Where somebody goes who has left. */
  readonly goodbye: string;
}): Route {
  const { sessions, signedInOf, forms, goodbye } = options;
  return {
    method: 'POST',
    path: SIGN_OUT,
    takesBody: 'form',
    async handle(request) {
      const principal = await signedInOf(request.headers);
      if (principal) forms.fieldsOf(principal, request);
      const cookie = await sessions.leave(principal ? request.headers : {});
      const reply = goTo(goodbye);
      return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie, 'clear-site-data': '"cache"' } };
    },
  };
}
