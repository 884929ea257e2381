import type { DialogTurn } from '../dialogTurn.ts';
import { prepareIn } from './prepareSteps.ts';

/** The first words in a sentence that sound like an order or a verdict, as in "u moet"; null without any. */
export function pressingIn({ content, memory }: Pick<DialogTurn, 'content' | 'memory'>, text: string): string | null {
  const said = ` ${text
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/[^\p{L}\p{N}'-]+/gu, ' ')} `;
  return prepareIn(content).walk.pressing[memory.locale].find((words) => said.includes(` ${words} `)) ?? null;
}
