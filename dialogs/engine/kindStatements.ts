import type { Statement } from '../../content/schema/hearing.ts';

/** Plain words that are meant well, whatever else they sound like. */
export const KIND_STATEMENTS: readonly Statement[] = [
  'put-right',
  'freed',
  'cared',
  'offered',
  'admitted',
  'believed',
  'praise',
];
