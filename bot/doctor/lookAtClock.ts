import { type Finding, good, untested, WHO, wrong } from './finding.ts';

/** No earlier clock can be right: this programme did not exist. */
const FIRST_DAY = new Date('2026-01-01T00:00:00Z');
/** Tokens are believed until 5 minutes before or after their time; this leaves room. */
const MOST_MS = 2 * 60 * 1000;

/**
 * Whether the clock is right. With a wrong one every message from Teams is refused and reminders come at a wrong hour.
 *
 * @param outside what Microsoft's clock said, and ours at that moment; null where nothing outside is asked
 */
export function lookAtClock(now: Date, outside: { readonly theirs: Date; readonly ours: Date } | null): Finding {
  const how = 'switch on setting the time automatically (NTP), and look at the time zone.';
  if (now < FIRST_DAY) return wrong(`The clock says ${now.toISOString()}.`, WHO.machine, how);
  if (!outside)
    return untested(`The clock says ${now.toISOString()}; nothing outside was asked whether that is right.`);

  const off = outside.ours.getTime() - outside.theirs.getTime();
  if (Math.abs(off) <= MOST_MS) return good('The clock agrees with that of Microsoft.');
  const seconds = Math.round(Math.abs(off) / 1000);
  return wrong(
    `The clock is ${seconds} seconds ${off > 0 ? 'fast' : 'slow'}; messages from Teams will be refused.`,
    WHO.machine,
    how,
  );
}
