import type { DialogTurn } from '../dialogTurn.ts';

/** What a debrief is made of, as pages to turn. */
export const DEBRIEF_PAGES = ['short', 'tips', 'lines', 'curve'] as const;
export type DebriefPage = (typeof DEBRIEF_PAGES)[number];

/** The page that is asked for by its word, in either language; undefined when the words ask for none. */
export function debriefPageIn(texts: DialogTurn['texts'], said: string): DebriefPage | undefined {
  const wanted = said.trim().toLowerCase();
  return DEBRIEF_PAGES.find((page) =>
    [texts('nl'), texts('en')].some((t) => t(`cards.debrief.${page}.word`) === wanted),
  );
}
