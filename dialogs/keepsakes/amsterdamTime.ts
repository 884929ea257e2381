const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/**
 * The moment at which a clock in the Netherlands shows `local` (`2026-09-08T19:30`). When the clock is set back, an
 * hour comes twice: the first is meant. When it is set forward, an hour does not exist: it counts as the hour after.
 *
 * Throws `RangeError` when `local` is no date with a time.
 */
export function amsterdamMoment(local: string): Date {
  const wanted = Date.parse(`${local}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u.test(local) || Number.isNaN(wanted)) throw new RangeError('not a local time');

  const summer = wanted - offsetAt(wanted - 3 * HOUR);
  const winter = wanted - offsetAt(wanted + 3 * HOUR);
  const fitting = [summer, winter].find((moment) => moment + offsetAt(moment) === wanted);
  return new Date(fitting ?? summer);
}

/** The day on which a clock in the Netherlands stands at this moment: `2026-09-08`. */
export function amsterdamDay(moment: Date): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime())).toISOString().slice(0, 10);
}

/** The hour on that clock at this moment, 0 to 23. */
export function amsterdamHour(moment: Date): number {
  return new Date(moment.getTime() + offsetAt(moment.getTime())).getUTCHours();
}

const HOUR = 3_600_000;

/** Milliseconds that the Dutch clock is ahead of UTC then; whole minutes. */
function offsetAt(moment: number): number {
  const parts = new Map(CLOCK.formatToParts(moment).map(({ type, value }) => [type, value]));
  const [year, month, day, hour, minute] = ['year', 'month', 'day', 'hour', 'minute'].map((part) =>
    parts.get(part as Intl.DateTimeFormatPartTypes),
  );
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return shown - Math.floor(moment / 60_000) * 60_000;
}
