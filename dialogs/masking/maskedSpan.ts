/** What can be masked, in the order in which one gives way to another where they overlap. */
export const MASK_KINDS = ['email', 'iban', 'bsn', 'phone', 'address', 'name'] as const;
export type MaskKind = (typeof MASK_KINDS)[number];

/** A stretch of what was typed that is not kept. */
export interface MaskedSpan {
  /** Place in what was typed, in UTF-16 units; `end` is just behind it. */
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
  /** The words themselves. */
  readonly text: string;
}

/** A stretch by its place alone. */
export type Stretch = Pick<MaskedSpan, 'start' | 'end'>;
