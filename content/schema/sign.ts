/**
 * What a teacher's words can show beside their moves.
 *
 * | sign | as in |
 * | --- | --- |
 * | agreement | who does what, and when |
 * | limit | I cannot promise anything about that |
 * | owning-up | I should have rung you |
 * | taking-back | I promised too much |
 * | receptive | I may be wrong; maybe I am missing something |
 * | kind-to-child | she is a lovely girl to have in class |
 */
export const SIGNS = ['agreement', 'limit', 'owning-up', 'taking-back', 'receptive', 'kind-to-child'] as const;
export type Sign = (typeof SIGNS)[number];
