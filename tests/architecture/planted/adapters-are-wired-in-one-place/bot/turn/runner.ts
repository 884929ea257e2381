import { open } from '../storage/open.ts';
export const runner = open;
