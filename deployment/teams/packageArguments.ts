import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../../bot/channels/console/arguments.ts';
import type { TeamsConfig } from '../../bot/channels/teams/teamsConfig.ts';
import type { Config } from '../../bot/config.ts';
import {
  OPTIONAL_PARTS,
  type OptionalPart,
  type PackageFacts,
  SCHEMA_VERSIONS,
  type SchemaVersion,
} from './appManifest.ts';

const USAGE = `npm run teams:package -- --organisation "name of the school" --website https://… --privacy https://…
  --terms https://…          conditions of use; the privacy page when left out
  --app-version 1.4.0        higher than that of the package in Teams; the version of this programme when left out
  --schema ${SCHEMA_VERSIONS.join('|')}         of the manifest; ${SCHEMA_VERSIONS[0]} when left out
  --without ${OPTIONAL_PARTS.join('|')}     leave this part out; a managed identity has no tab, as it cannot let people sign in
  --out folder               where the zip is written; .data/teams when left out`;

/** What the package is to hold, and where it goes. */
export interface PackageArguments {
  readonly facts: PackageFacts;
  readonly schema: SchemaVersion;
  readonly folder: string;
}

/** Reads the options of the command; app and address come from the settings. Throws `UsageError` naming what is missing. */
export function packageArguments({ teams, publicUrl }: Config, args: readonly string[]): PackageArguments {
  const { organisation, website, privacy, terms, schema, without, out, ...values } = parse(args);
  if (!teams || !publicUrl) {
    throw new UsageError(
      'The settings for Teams are empty. Fill them in first (deployment/teams/README.md, step 4): the package names the app and its address.',
    );
  }
  if (!organisation || !website || !privacy) throw new UsageError(USAGE);

  return {
    facts: {
      appId: teams.appId,
      publicUrl,
      version: values['app-version'] ?? ownVersion(),
      publisher: { name: organisation, website, privacy, terms: terms ?? privacy },
      parts: partsFor(
        teams,
        without.map((part) => oneOf(OPTIONAL_PARTS, part, '--without')),
      ),
    },
    schema: oneOf(SCHEMA_VERSIONS, schema, '--schema'),
    folder: out,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        organisation: { type: 'string' },
        website: { type: 'string' },
        privacy: { type: 'string' },
        terms: { type: 'string' },
        'app-version': { type: 'string' },
        schema: { type: 'string', default: SCHEMA_VERSIONS[0] },
        without: { type: 'string', multiple: true, default: [] },
        out: { type: 'string', default: join('.data', 'teams') },
      },
    }).values;
  } catch (error) {
    throw new UsageError(USAGE, { cause: error });
  }
}

/** A tab needs a registration that can expose an API; a managed identity cannot. */
function partsFor({ appType }: TeamsConfig, without: readonly OptionalPart[]): readonly OptionalPart[] {
  return OPTIONAL_PARTS.filter((part) => appType === 'SingleTenant' && !without.includes(part));
}

function oneOf<T extends string>(known: readonly T[], value: string, option: string): T {
  const found = known.find((item) => item === value);
  if (found === undefined) throw new UsageError(`${option}: one of ${known.join(', ')}.`);
  return found;
}

function ownVersion(): string {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).version;
}
