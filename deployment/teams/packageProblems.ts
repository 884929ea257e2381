import { type AppManifest as AnyManifest, AppManifestUtils } from '@microsoft/app-manifest';
import type { AppManifest } from './appManifest.ts';
import type { LanguageFile } from './languageFile.ts';
import { pngHeader } from './pngHeader.ts';

/** What goes into the zip. */
export interface PackageFiles {
  readonly manifest: AppManifest;
  readonly languages: Readonly<Record<string, LanguageFile>>;
  readonly icons: Readonly<Record<'color.png' | 'outline.png', Uint8Array>>;
}

/** Source: Teams app icon for Teams Store and app bar (Microsoft Teams developer documentation). */
const SIDES = { 'color.png': 192, 'outline.png': 32 } as const;

/**
 * Everything for which Teams would refuse this package, or that we promise not to ask, in words. Works offline: the
 * schemas come with `@microsoft/app-manifest`.
 */
export async function packageProblems({ manifest, languages, icons }: PackageFiles): Promise<readonly string[]> {
  const translations = await Promise.all(
    Object.entries(languages).map(([name, file]) => schemaProblems(name, file as unknown as AnyManifest)),
  );
  return [
    ...(await schemaProblems('manifest.json', manifest as AnyManifest)),
    ...translations.flat(),
    ...languageProblems(manifest, languages),
    ...versionProblems(manifest),
    ...addressProblems(manifest),
    ...iconProblems(icons),
  ];
}

async function schemaProblems(name: string, file: AnyManifest): Promise<readonly string[]> {
  const schema = await AppManifestUtils.fetchSchema(file.$schema);
  const problems = await AppManifestUtils.validateAgainstSchema(file, withReadablePatterns(schema));
  return problems.map((problem) => `${name}: ${problem.trim()}`);
}

/**
 * Some patterns in Microsoft's schema of translations (for parts that we do not have) are no regular expressions where
 * Unicode is on, and the validator stops at them. Without them it is stricter: such a key is refused.
 */
function withReadablePatterns<T extends object>(schema: T): T {
  if (!('patternProperties' in schema)) return schema;
  const readable = Object.entries(schema.patternProperties ?? {}).filter(([pattern]) => isPattern(pattern));
  return { ...schema, patternProperties: Object.fromEntries(readable) };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Every language that is announced is there, with its schema in the version of the manifest. */
function languageProblems({ $schema, localizationInfo }: AppManifest, languages: PackageFiles['languages']) {
  const version = /\/v[\d.]+\//.exec($schema ?? '')?.[0] ?? '';
  return (localizationInfo?.additionalLanguages ?? []).flatMap(({ file }) => {
    const found = languages[file];
    if (!found) return [`${file}: is announced in manifest.json and is not there.`];
    return found['$schema']?.includes(version) ? [] : [`${file}: its schema is not ${version}, that of manifest.json.`];
  });
}

function versionProblems({ version }: AppManifest): readonly string[] {
  if (/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version)) return [];
  return [`manifest.json: the version ${version} is not three numbers with dots, as in 1.4.0.`];
}

/** Teams opens https only, and only names that somebody else can reach too; a wildcard would let strangers in. */
function addressProblems({ developer, staticTabs = [], validDomains = [] }: AppManifest): readonly string[] {
  const { websiteUrl, privacyUrl, termsOfUseUrl } = developer;
  const opened = staticTabs.flatMap(({ contentUrl, websiteUrl: outside }) => [contentUrl ?? [], outside ?? []].flat());
  return [
    ...[...new Set([websiteUrl, privacyUrl, termsOfUseUrl, ...opened])].flatMap((address) =>
      isPublic(address) ? [] : [`manifest.json: ${address} is not an https address that everyone can reach.`],
    ),
    ...opened.flatMap((address) =>
      validDomains.includes(hostOf(address)) ? [] : [`manifest.json: ${hostOf(address)} is not in validDomains.`],
    ),
    ...validDomains.filter((domain) => domain.includes('*')).map((domain) => `manifest.json: ${domain} is a wildcard.`),
  ];
}

function isPublic(address: string): boolean {
  return (
    URL.canParse(address) && new URL(address).protocol === 'https:' && /\.[a-z][a-z0-9-]+(:\d+)?$/.test(hostOf(address))
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function iconProblems(icons: PackageFiles['icons']): readonly string[] {
  return (['color.png', 'outline.png'] as const).flatMap((name) => {
    const header = pngHeader(icons[name]);
    const side = SIDES[name];
    if (header?.width !== side || header.height !== side)
      return [`${name}: must be a PNG of ${side} by ${side} pixels.`];
    return name === 'outline.png' && !header.hasAlpha ? [`${name}: must have a transparent background.`] : [];
  });
}
