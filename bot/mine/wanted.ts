import { END_REASONS } from '../../content/schema/state.ts';
import { searchable } from '../../dialogs/rehearse/searchable.ts';
import type { RehearsalQuery } from '../ports.ts';

/** Rehearsals on one page. */
export const PAGE_SIZE = 20;

const LONGEST_SEARCH = 100;
const MOST_WORDS = 8;
const LAST_PAGE = 10_000;

/** What the teacher asked to see, as far as it can be understood; anything else counts as not asked. */
export interface Wanted {
  /** As it was typed. */
  readonly words: string;
  readonly scenarioId: string;
  readonly end: '' | 'good' | 'other';
  /** From 1. */
  readonly page: number;
}

const GOOD = ['agreed', 'disagreed-and-meet-again'];

/** Reads the address of the list. */
export function readWanted(query: URLSearchParams): Wanted {
  const end = query.get('end');
  const scenario = query.get('scenario') ?? '';
  const page = Number(query.get('page'));
  return {
    words: (query.get('words') ?? '').slice(0, LONGEST_SEARCH),
    scenarioId: /^[a-z0-9-]{1,80}$/u.test(scenario) ? scenario : '',
    end: end === 'good' || end === 'other' ? end : '',
    page: Number.isSafeInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** Whether anything narrows the list. */
export function isNarrowed({ words, scenarioId, end }: Wanted): boolean {
  return words.trim() !== '' || scenarioId !== '' || end !== '';
}

/** The same as a question to the store. */
export function queryFor({ words, scenarioId, end, page }: Wanted): Omit<RehearsalQuery, 'tenant' | 'userId'> {
  const asked = searchable(words).split(' ').filter(Boolean).slice(0, MOST_WORDS);
  const reasons = END_REASONS.filter((reason) => GOOD.includes(reason) === (end === 'good'));
  return {
    ...(asked.length > 0 ? { words: asked } : {}),
    ...(scenarioId === '' ? {} : { scenarioId }),
    ...(end === '' ? {} : { endReasons: reasons }),
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
}

/** The address of another page of the same list. */
export function addressOf({ words, scenarioId, end }: Wanted, page: number): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('words', words);
  if (scenarioId !== '') query.set('scenario', scenarioId);
  if (end !== '') query.set('end', end);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `/mine?${query.toString()}` : '/mine';
}
