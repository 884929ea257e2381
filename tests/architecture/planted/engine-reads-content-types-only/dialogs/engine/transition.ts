import { TIPS } from '../../content/schema/move.ts';
export const tips = TIPS;
