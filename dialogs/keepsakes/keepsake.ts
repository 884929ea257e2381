import type { Locale } from '../../content/schema/locale.ts';

/**
 * Something to keep at the end of a tool: what a teacher prints, opens in Word or puts in a calendar. Plain JSON.
 *
 * Every text is plain words, never Markdown or HTML: what a teacher typed may stand in it as it is, and each form
 * (message, page, Word, calendar) escapes for itself. Line breaks in a text are kept.
 */
export interface Keepsake {
  /** Id of the tool that made it, as in `vision`; files are named after it. */
  readonly tool: string;
  readonly locale: Locale;
  readonly title: string;
  /** What this is, in a sentence or two. */
  readonly intro?: string;
  readonly sections: readonly KeepsakeSection[];
  /** Meant to lie on the table as one sheet: small on paper, in two columns. */
  readonly isOneSheet?: true;
  /** What goes into a calendar, in order of time; without any, no calendar is offered. */
  readonly events?: readonly KeepsakeEvent[];
  /** What it rests on, as a reader sees it: references, one each. */
  readonly sources: readonly string[];
  /** When it was made, ISO 8601. */
  readonly madeAt: string;
}

/** A part under one heading; without a heading it goes on from what stands above. */
export interface KeepsakeSection {
  readonly heading?: string;
  readonly blocks: readonly KeepsakeBlock[];
}

/**
 * One piece of a section.
 *
 * | type | looks like |
 * | --- | --- |
 * | paragraph | a paragraph; `quote` is somebody's own words, `note` is smaller print |
 * | list | bullets, numbers, or boxes to tick on paper |
 * | table | a table with a head; every row as long as the head; `widths` are the shares of its columns, equal without |
 * | cards | cards to cut out, two beside each other on paper |
 * | lines | empty lines to write on; a message and a calendar leave them out |
 * | picture | a drawing with its words; a form that cannot show it has the words |
 */
export type KeepsakeBlock =
  | { readonly type: 'paragraph'; readonly text: string; readonly as?: 'quote' | 'note' }
  | { readonly type: 'list'; readonly items: readonly string[]; readonly as?: 'bullets' | 'numbers' | 'boxes' }
  | {
      readonly type: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly widths?: readonly number[];
    }
  | { readonly type: 'cards'; readonly cards: readonly KeepsakeCard[] }
  | { readonly type: 'lines'; readonly label: string; readonly count: number }
  | {
      readonly type: 'picture';
      readonly picture: TrianglePicture;
      readonly title: string;
      readonly twin: readonly string[];
    };

/** A card to cut out and give: who it is for or what it is, the words, and lines to write on. */
export interface KeepsakeCard {
  readonly title: string;
  readonly text: string;
  readonly lines?: number;
}

/** Three corners and the three sides between them: `sides[0]` lies between corners 0 and 1, and so on around. */
export interface TrianglePicture {
  readonly kind: 'triangle';
  readonly corners: readonly [top: string, left: string, right: string];
  readonly sides: readonly [left: string, bottom: string, right: string];
}

/** One entry in a calendar. */
export interface KeepsakeEvent {
  readonly title: string;
  readonly description?: string;
  readonly place?: string;
  /** On the clock in the Netherlands: `2026-09-08T19:30`; a day alone, `2026-09-08`, lasts the whole day. */
  readonly start: string;
  /** How long it lasts; of no meaning for a whole day. */
  readonly minutes: number;
}

/** Where a keepsake can be fetched: addresses nobody can guess, good for as long as the conversation is kept. */
export interface KeepsakeLinks {
  /** The page to read and print. */
  readonly page: string;
  readonly word: string;
  /** Only with events. */
  readonly calendar?: string;
}
