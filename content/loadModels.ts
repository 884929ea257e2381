import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StoredDangerModel, storedDangerModelSchema } from './schema/dangerModel.ts';
import { LOCALES, type Locale } from './schema/locale.ts';
import { type StoredMoveModel, storedMoveModelSchema } from './schema/moveModel.ts';

/** What was learned per language; a language of which nothing was learned is left out. */
type PerLocale<Model> = Partial<Readonly<Record<Locale, Model>>>;

/** Where what was learned of moves is kept, relative to the content folder. */
export function moveModelFile(locale: Locale): string {
  return `moves/model.${locale}.json`;
}

/** Where what was learned of danger is kept, relative to the content folder. */
export function dangerModelFile(locale: Locale): string {
  return `safety/model.${locale}.json`;
}

/** The models of moves, as `npm run learn` wrote them. */
export function loadMoveModels(root: string): PerLocale<StoredMoveModel> {
  return load(root, moveModelFile, (stored) => storedMoveModelSchema.parse(stored));
}

/** The models of danger, as `npm run learn` wrote them. */
export function loadDangerModels(root: string): PerLocale<StoredDangerModel> {
  return load(root, dangerModelFile, (stored) => storedDangerModelSchema.parse(stored));
}

function load<Model>(
  root: string,
  fileOf: (locale: Locale) => string,
  parse: (stored: unknown) => Model,
): PerLocale<Model> {
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const file = join(root, fileOf(locale));
      return existsSync(file) ? [[locale, parse(JSON.parse(readFileSync(file, 'utf8')))]] : [];
    }),
  );
}
