import { type AppManifest, type SchemaVersion, schemaAddress } from './appManifest.ts';

/** A translation of a manifest: texts by their place, as in `bots[0].commandLists[0].commands[2].title`. */
export type LanguageFile = Readonly<Record<string, string>>;

/** Every translation must hold these. Source: Localization schema (Microsoft Teams developer documentation). */
const REQUIRED = ['name.short', 'description.short', 'description.full'];

/** The texts of `translated` that are not the same in `base`, which is the same manifest in the default language. */
export function languageFile(base: AppManifest, translated: AppManifest, schema: SchemaVersion): LanguageFile {
  const before = new Map(textsOf(base, ''));
  const texts = textsOf(translated, '').filter(([at, text]) => REQUIRED.includes(at) || before.get(at) !== text);
  return { $schema: schemaAddress(schema, 'MicrosoftTeams.Localization.schema.json'), ...Object.fromEntries(texts) };
}

function textsOf(value: unknown, at: string): readonly (readonly [at: string, text: string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, `${at}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, at === '' ? key : `${at}.${key}`));
}
