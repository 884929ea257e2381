import { fake } from '../tests/fake.ts';
export const server = fake;
