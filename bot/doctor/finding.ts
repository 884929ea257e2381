/** What came out of looking at one thing. */
export type Finding =
  | { readonly kind: 'good'; readonly what: string }
  /** Somebody must act before the bot can do its work. */
  | { readonly kind: 'wrong'; readonly what: string; readonly who: string; readonly how: string }
  /** Not looked at, or not to the end; nobody needs to act because of it. */
  | { readonly kind: 'untested'; readonly what: string };

/** Who can mend what. */
export const WHO = {
  machine: 'whoever manages the computer or server on which the bot runs',
  settings: 'whoever installed the bot: the settings are in the file .env',
  network: 'whoever manages the web address and its proxy or firewall',
  entra: 'whoever manages app registrations and identities in Microsoft Entra and Azure',
  content: 'whoever changed the texts of the bot last',
} as const;

/** What works. */
export function good(what: string): Finding {
  return { kind: 'good', what };
}

/** What does not work. */
export function wrong(what: string, who: string, how: string): Finding {
  return { kind: 'wrong', what, who, how };
}

/** What was left alone. */
export function untested(what: string): Finding {
  return { kind: 'untested', what };
}
