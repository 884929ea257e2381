import { say } from '../dialogs/say.ts';
export const loaded = say;
