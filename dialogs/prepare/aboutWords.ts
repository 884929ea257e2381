import type { Content } from '../../content/schema/content.ts';
import { namesIn } from './namesIn.ts';
import { prepareIn } from './prepareSteps.ts';

const SHORTEST = 6;
const MOST = 8;

/** Words of what happened by which the teacher may touch it in the talk: long ones that are in few other stories, and no names. */
export function aboutWords(content: Pick<Content, 'prepare' | 'lexicon'>, text: string): readonly string[] {
  const { nl, en } = prepareIn(content).walk.everyday;
  const everyday = new Set([...nl, ...en]);
  const names = new Set(namesIn(content, text, '').map((name) => name.toLowerCase()));
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
  return [...new Set(words)]
    .filter((word) => word.length >= SHORTEST && !everyday.has(word) && !names.has(word))
    .slice(0, MOST);
}
