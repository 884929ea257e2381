import type { Keepsake, KeepsakeLinks } from '../../dialogs/keepsakes/keepsake.ts';

/** The forms a keepsake comes in, and the last part of each address. */
export const FILE_NAMES = { word: 'word.docx', calendar: 'calendar.ics' } as const;

/** Where the pages of keepsakes begin. */
export const KEEP_PATH = '/keep';

/** The addresses of a keepsake; `pagesAt` comes before them. */
export function keepsakeLinks(pagesAt: string, id: string, { events = [] }: Keepsake): KeepsakeLinks {
  const page = `${pagesAt}${KEEP_PATH}/${id}`;
  return {
    page,
    word: `${page}/${FILE_NAMES.word}`,
    ...(events.length > 0 ? { calendar: `${page}/${FILE_NAMES.calendar}` } : {}),
  };
}
