const NOWHERE = 'https://own.invalid';
const WAYS_IN_AND_OUT = /^\/sign(?:-in|-out|ed-out)(?:[/?]|$)/;

/** Where somebody wanted to go, if that is a page of ours; else home. Never an address of another site. */
export function ownPath(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])[^\\\p{Cc}]{0,500}$/u.test(wanted) || WAYS_IN_AND_OUT.test(wanted)) return '/';
  const { origin, pathname, search } = new URL(wanted, NOWHERE);
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
