import type { Locale } from '../../../content/schema/locale.ts';
import type { Keepsake } from '../../../dialogs/keepsakes/keepsake.ts';
import { chat } from '../chat.ts';

/** What is kept of a tool after these answers, one for each question that comes. */
export async function keptAfter(locale: Locale, tool: string, answers: readonly string[]): Promise<Keepsake> {
  const talk = chat(locale);
  const make = locale === 'nl' ? 'maken' : 'make';
  for (const text of [`${make} ${tool}`, ...answers, ...(locale === 'nl' ? ['klaar'] : ['done'])]) {
    if (talk.kept.keepsakes.length === 0) await talk.say(text);
  }
  const [keepsake] = talk.kept.keepsakes;
  if (!keepsake) throw new Error(`Nothing was kept of ${tool}.`);
  return keepsake;
}

/** All words of the part under this heading. */
export function partUnder({ sections }: Keepsake, heading: string): string {
  return JSON.stringify(sections.find((section) => section.heading === heading)?.blocks ?? '');
}
