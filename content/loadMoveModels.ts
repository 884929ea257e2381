import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES, type Locale } from './schema/locale.ts';
import { type StoredMoveModel, storedMoveModelSchema } from './schema/moveModel.ts';

/** Where the model of a language is kept, relative to the content folder. */
export function moveModelFile(locale: Locale): string {
  return `moves/model.${locale}.json`;
}

/** What was learned per language, as `npm run learn` wrote it; a language of which nothing was learned is left out. */
export function loadMoveModels(root: string): Partial<Readonly<Record<Locale, StoredMoveModel>>> {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const file = join(root, moveModelFile(locale));
      return existsSync(file) ? [[locale, storedMoveModelSchema.parse(JSON.parse(readFileSync(file, 'utf8')))]] : [];
    }),
  );
}
