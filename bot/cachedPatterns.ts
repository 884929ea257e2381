import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, keptJson } from '../content/keptJson.ts';
import type { CueLexicon } from '../content/schema/cue.ts';
import { type CompiledLexicon, compileLexicon } from '../dialogs/language/compileLexicon.ts';

const ROOT = join(import.meta.dirname, '..');

/**
 * `compileLexicon`, kept in `folder`: compiling takes a quarter of a start. What is kept counts only for exactly this
 * lexicon, this code and these versions of packages (stems come from one). Throws as `compileLexicon` does.
 */
export function cachedPatterns(folder: string, lexicon: CueLexicon): CompiledLexicon {
  const versions = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const digest = digestOf([join(ROOT, 'dialogs/language')], JSON.stringify(lexicon) + versions);
  return keptJson({ folder, name: 'patterns', digest }, () => compileLexicon(lexicon));
}
