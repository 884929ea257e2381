/** Something that stands under a label, as voters see it: a question, or a sentence of a text about it. */
export interface Seen<Label> {
  readonly label: Label;
  /** Buckets of `QuestionFeatures`. */
  readonly features: readonly number[];
  readonly kind: 'question' | 'sentence';
}

/** How well each label fits the folded words of a question, in the order of the labels; higher fits better. */
export type LabelVoter = (question: readonly string[]) => Float64Array;
