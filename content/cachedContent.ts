import { digestOf, keptJson } from './keptJson.ts';
import { loadContent } from './load.ts';
import type { Content } from './schema/content.ts';

/**
 * `loadContent`, kept in `folder` as JSON so that the next start need not read and check every file anew. What is kept
 * counts only for exactly these files, content and code: a change of one byte loads afresh. Throws as `loadContent` does.
 */
export function cachedContent(folder: string, root: string = import.meta.dirname): Content {
  const digest = digestOf([root, import.meta.dirname]);
  return keptJson({ folder, name: 'content', digest }, () => loadContent(root));
}
