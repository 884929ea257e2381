import { deeper } from './deeper.ts';
export const dead = deeper;
