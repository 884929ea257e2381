import { secret } from '../config.ts';
export const page = secret;
