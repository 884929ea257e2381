import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Content } from '../../content/schema/content.ts';
import { createTexts } from '../../dialogs/texts.ts';
import { type AppManifest, appManifest, type PackageFacts, type SchemaVersion } from './appManifest.ts';
import { languageFile } from './languageFile.ts';
import { type PackageFiles, packageProblems } from './packageProblems.ts';

/** A package that Teams would refuse. The operator must act. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['No package was made:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/** The same content gives the same zip, byte for byte. */
const ALWAYS = new Date(2000, 0, 1);

/** The zip to upload to Teams, and the manifest in it. Throws `PackageError` with every problem at once. */
export async function buildPackage(
  facts: PackageFacts,
  schema: SchemaVersion,
  messages: Content['messages'],
): Promise<{ readonly zip: Uint8Array; readonly manifest: AppManifest }> {
  const files = packageFiles(facts, schema, messages);
  const problems = await packageProblems(files);
  if (problems.length > 0) throw new PackageError(problems);

  const { manifest, languages, icons } = files;
  const texts = Object.entries({ 'manifest.json': manifest, ...languages });
  const written = texts.map(([name, value]) => [name, strToU8(`${JSON.stringify(value, null, 2)}\n`)]);
  return { zip: zipSync({ ...Object.fromEntries(written), ...icons }, { mtime: ALWAYS, level: 9 }), manifest };
}

function packageFiles(facts: PackageFacts, schema: SchemaVersion, messages: Content['messages']): PackageFiles {
  const texts = createTexts(messages);
  const manifest = appManifest(facts, schema, texts('nl'));
  return {
    manifest,
    languages: { 'en.json': languageFile(manifest, appManifest(facts, schema, texts('en')), schema) },
    icons: { 'color.png': icon('color'), 'outline.png': icon('outline') },
  };
}

function icon(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'icons', `${name}.png`)));
}
