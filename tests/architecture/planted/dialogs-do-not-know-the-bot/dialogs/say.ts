import { port } from '../bot/server.ts';
export const say = port;
