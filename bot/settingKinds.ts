import { z } from 'zod';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Whether browsers and other services may use this address: https, or this machine itself, for trying things out. */
export function isSafeAddress(url: string | undefined): boolean {
  if (url === undefined) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || LOOPBACK_NAMES.includes(hostname);
}

/** Whether a setting that may be left out was given. */
export function isSet(value: string | undefined): value is string {
  return value !== undefined;
}

/** A setting that is an address: https, or this machine itself. */
export function addressSetting() {
  return z
    .url({ protocol: /^https?$/, error: 'a web address with https' })
    .refine((url) => isSafeAddress(url), 'a web address with https');
}

/** A setting that is a list with commas: at least one, each good. `hint` says what it should be. */
export function listSetting(isGood: (item: string) => boolean, hint: string) {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    )
    .refine((items) => items.length > 0 && items.every(isGood), hint);
}
