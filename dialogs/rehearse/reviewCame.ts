import type { Localized } from '../../content/schema/locale.ts';

/** A coach sent what they made of a rehearsal that was shared with them. Plain JSON. */
export interface ReviewCame {
  readonly shareId: string;
  /** The coach's name, and the talk's. */
  readonly coach: string;
  readonly title: Localized;
  /** The address of the rehearsal's own page. */
  readonly page: string;
}
