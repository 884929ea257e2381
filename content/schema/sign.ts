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
 * | slight | she is a bully; what kind of father are you |
 * | bad-news | he hit another child; I have something less nice to tell you |
 * | attentive | I have read it all; I am here; I have made time for you |
 * | takes-sides | Ilse is right; that is down to him (where there are more voices) |
 * | passes-on | Ilse told me on the phone that you are always late (where there are more voices) |
 */
export const SIGNS = [
  'agreement',
  'limit',
  'owning-up',
  'taking-back',
  'receptive',
  'kind-to-child',
  'attentive',
  'slight',
  'bad-news',
  'takes-sides',
  'passes-on',
] as const;
export type Sign = (typeof SIGNS)[number];

/** Signs of harm between two voices: found only where the parent is not alone. */
export const SIGNS_BETWEEN_VOICES = ['takes-sides', 'passes-on'] as const satisfies readonly Sign[];
export type SignBetweenVoices = (typeof SIGNS_BETWEEN_VOICES)[number];
