/** Secrets that somebody else gave us, of which one counts: while one takes the place of another, both are tried. */
export interface SideBySide {
  /** The one that counted last; undefined when there is none. */
  current(): string | undefined;
  /** This one was refused. Whether another can be tried now. */
  refused(secret: string | undefined): boolean;
}

/** The first counts until it is refused, then the next, and so round. */
export function sideBySide(secrets: readonly string[]): SideBySide {
  let at = 0;
  return {
    current: () => secrets[at],
    refused(secret) {
      // Of two requests that were refused at once, the first has turned already.
      if (secret === secrets[at]) at = (at + 1) % Math.max(1, secrets.length);
      return secrets.length > 1;
    },
  };
}
