import { readFileSync } from 'node:fs';
export const say = readFileSync;
