import { type Activity, speakerOf } from './activity.ts';
import type { PageLanguage } from './pageLanguage.ts';

/** What stands above a message: who speaks, and when. */
export interface Heading {
  readonly name: string;
  /** The hour, with the day when it was not today. */
  readonly time: string;
}

/** In the language of the message itself. */
export function headingOf(activity: Activity, language: PageLanguage): Heading {
  const { channelData, timestamp, locale } = activity;
  const name = speakerOf(activity);
  const thinks = channelData?.opEenLijn?.kind === 'thought';
  return {
    name: thinks ? language.text('thinks', locale).replace('{{name}}', name) : name,
    time: timestamp ? timeOf(new Date(timestamp), locale) : '',
  };
}

function timeOf(date: Date, locale: string | undefined): string {
  const isToday = date.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locale, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
