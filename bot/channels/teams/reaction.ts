/** A thumb up or down, as Teams names it. */
export type Reaction = 'like' | 'dislike';
