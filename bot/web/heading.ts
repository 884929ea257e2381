import { type Activity, speakerOf } from './activity.ts';
import type { PageLanguage } from './pageLanguage.ts';

/** What stands above a message: who speaks, and when. */
export interface Heading {
  readonly name: string;
  /** The hour, with the day when it was not today. */
  readonly time: string;
}

/** In the language that the page has at that moment. */
export function headingOf(activity: Activity, language: PageLanguage): Heading {
  const { channelData, timestamp } = activity;
  const name = speakerOf(activity);
  const thinks = channelData?.opEenLijn?.kind === 'thought';
  return {
    name: thinks ? language.text('thinks').replace('{{name}}', name) : name,
    time: timestamp ? timeOf(new Date(timestamp), language.current) : '',
  };
}

function timeOf(date: Date, locale: string): string {
  const isToday = date.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
