import type { Content } from '../../content/schema/content.ts';
import { books } from './books.ts';
import { bullyingOrNot } from './bullyingOrNot.ts';
import { contactMoments } from './contactMoments.ts';
import { inBetween } from './inBetween.ts';
import { parentsAsGroup } from './parentsAsGroup.ts';
import { signals } from './signals.ts';
import { talkAtHome } from './talkAtHome.ts';
import type { Tool } from './tool.ts';
import { vision } from './vision.ts';
import { whyItWorks } from './whyItWorks.ts';

/** Every tool that can be walked through; the rest of the toolbox is to read. */
const TOOLS: readonly Tool[] = [
  contactMoments,
  bullyingOrNot,
  signals,
  talkAtHome,
  books,
  parentsAsGroup,
  inBetween,
  vision,
  whyItWorks,
];

/** The walk of this tool, if there is one. */
export function toolNamed(id: string): Tool | undefined {
  return TOOLS.find((tool) => tool.id === id);
}

/** Id of the tool that this number in the list, or id, asks to walk through; undefined when there is no such walk. */
export function toolToMake({ toolbox }: Pick<Content, 'toolbox'>, wanted: string): string | undefined {
  const entry = toolbox.find(({ id }, index) => id === wanted || String(index + 1) === wanted);
  return entry?.walk && toolNamed(entry.id) ? entry.id : undefined;
}
