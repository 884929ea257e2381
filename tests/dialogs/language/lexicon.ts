import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type CueLexicon, cuesFileSchema, namesFileSchema, wordsFileSchema } from '../../../content/schema/cue.ts';

const moves = new URL('../../../content/moves/', import.meta.url);

function read(file: string): unknown {
  return parse(readFileSync(new URL(file, moves), 'utf8'));
}

/** The lexicon as it stands in `content/moves/`. */
export const lexicon: CueLexicon = {
  locales: {
    nl: {
      words: wordsFileSchema.parse(read('words.nl.yaml')),
      cues: cuesFileSchema.parse(read('cues.nl.yaml')).cues,
    },
    en: {
      words: wordsFileSchema.parse(read('words.en.yaml')),
      cues: cuesFileSchema.parse(read('cues.en.yaml')).cues,
    },
  },
  names: namesFileSchema.parse(read('names.yaml')).names,
};
