import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, keptJson } from '../content/keptJson.ts';
import type { Content } from '../content/schema/content.ts';
import { compileLexicon } from '../dialogs/language/compileLexicon.ts';
import type { CompiledLanguage } from '../dialogs/language/createLanguage.ts';
import { compileDanger } from '../dialogs/language/danger/compileDanger.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * `compileLexicon` and `compileDanger`, kept in `folder`: compiling takes a quarter of a start. What is kept counts only for exactly these
 * words, this code and these versions of packages (stems come from one). Throws as these two do.
 */
export function cachedPatterns(
  folder: string,
  { lexicon, danger }: Pick<Content, 'lexicon' | 'danger'>,
): CompiledLanguage {
  const versions = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const digest = digestOf([join(ROOT, 'dialogs/language')], JSON.stringify([lexicon, danger]) + versions);
  return keptJson({ folder, name: 'patterns', digest }, () => ({
    lexicon: compileLexicon(lexicon),
    danger: compileDanger(danger, lexicon),
  }));
}
