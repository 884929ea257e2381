import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cachedPatterns } from '../../bot/cachedPatterns.ts';
import { compileLexicon } from '../../dialogs/language/compileLexicon.ts';
import { compileDanger } from '../../dialogs/language/danger/compileDanger.ts';
import { theContent } from '../theContent.ts';

const { lexicon, danger } = theContent();
const compiled = { lexicon: compileLexicon(lexicon), danger: compileDanger(danger, lexicon) };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'op-een-lijn-patterns-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('compiled patterns that are kept', () => {
  it('are the same as freshly compiled ones', () => {
    cachedPatterns(folder, { lexicon, danger });

    const kept = cachedPatterns(folder, { lexicon, danger });

    expect(kept).toEqual(compiled);
  });

  it('make room for those of a changed lexicon', () => {
    cachedPatterns(folder, { lexicon, danger });
    const [before] = readdirSync(folder);

    cachedPatterns(folder, { lexicon: { ...lexicon, names: [] }, danger });

    expect(readdirSync(folder)).toHaveLength(1);
    expect(readdirSync(folder)).not.toContain(before);
  });
});
