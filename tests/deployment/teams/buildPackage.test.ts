import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { OPTIONAL_PARTS, type PackageFacts, SCHEMA_VERSIONS } from '../../../deployment/teams/appManifest.ts';
import { buildPackage, PackageError } from '../../../deployment/teams/buildPackage.ts';
import { permissionsFor } from '../../../deployment/teams/permissions.ts';
import { theContent } from '../../theContent.ts';

const { messages, commands } = theContent();
const APP_ID = '7c3f1a52-9d04-4b6e-8f21-5a0c9e7d2b48';
const SCHEMAS = join(import.meta.dirname, '../../../node_modules/@microsoft/app-manifest/build/json-schemas/teams');
const EVERY_COMBINATION = SCHEMA_VERSIONS.flatMap((schema) => [[], OPTIONAL_PARTS].map((parts) => ({ schema, parts })));

function facts(given: Partial<PackageFacts> = {}): PackageFacts {
  const website = 'https://delinde.example';
  const publisher = { name: 'Basisschool De Linde', website, privacy: `${website}/privacy`, terms: `${website}/terms` };
  return { appId: APP_ID, publicUrl: 'https://bot.delinde.example', version: '1.4.0', publisher, parts: [], ...given };
}

async function unpacked(given: Partial<PackageFacts> = {}, schema: (typeof SCHEMA_VERSIONS)[number] = '1.25') {
  const { zip } = await buildPackage(facts(given), schema, messages);
  const files = unzipSync(zip);
  const json = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
  return { names: Object.keys(files), manifest: json('manifest.json'), english: json('en.json') };
}

async function problemsOf(given: Partial<PackageFacts>): Promise<readonly string[]> {
  return buildPackage(facts(given), '1.25', messages).then(
    () => [],
    (error) => {
      if (error instanceof PackageError) return error.problems;
      throw error;
    },
  );
}

describe('the Teams package', () => {
  const { fetch } = globalThis;
  beforeAll(() => {
    globalThis.fetch = () => Promise.reject(new Error('This test has no network.'));
  });
  afterAll(() => {
    globalThis.fetch = fetch;
  });

  it.each(EVERY_COMBINATION)('is valid in manifest $schema, offline, with $parts', async ({ schema, parts }) => {
    const { manifest } = await unpacked({ parts }, schema);

    expect(manifest.manifestVersion).toBe(schema);
  });

  it('knows the newest schema that Microsoft has published', () => {
    const numbers = readdirSync(SCHEMAS).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? []);

    expect(SCHEMA_VERSIONS.at(-1)).toBe(`1.${Math.max(...numbers.map(Number))}`);
  });

  it('holds manifest, English and both icons, side by side', async () => {
    const { names } = await unpacked();

    expect(names).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
  });

  it('is the same to the byte when nothing changed', async () => {
    const [once, again] = [
      await buildPackage(facts(), '1.25', messages),
      await buildPackage(facts(), '1.25', messages),
    ];

    expect(Buffer.from(once.zip).equals(again.zip)).toBe(true);
  });

  it('has one id for app and bot, and the version it was given', async () => {
    const { manifest } = await unpacked({ version: '2.0.1' });

    expect(manifest).toMatchObject({ id: APP_ID, bots: [{ botId: APP_ID }], version: '2.0.1' });
  });

  it('offers the bot alone, in teams and in group chats', async () => {
    const { manifest } = await unpacked();

    expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(manifest.defaultInstallScope).toBe('personal');
  });

  it('is Dutch by itself and holds every English text', async () => {
    const { manifest, english } = await unpacked({ parts: OPTIONAL_PARTS });

    expect(manifest.localizationInfo).toEqual({
      defaultLanguageTag: 'nl',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    });
    expect(english).toMatchObject({
      'name.short': 'Op één lijn',
      'staticTabs[1].name': 'My rehearsals',
      'composeExtensions[0].commands[1].title': 'Help me answer this',
      'bots[0].commandLists[0].commands[0].title': 'rehearse',
    });
    expect(english['$schema']).toContain('/v1.25/');
  });

  it('suggests only commands that the bot understands, in both languages', async () => {
    const { manifest, english } = await unpacked();
    const phrases = (locale: 'nl' | 'en') => Object.values(commands).flatMap((words) => words[locale]);

    const lists: { commands: { title: string }[] }[] = manifest.bots[0].commandLists;
    const titles = lists.flatMap(({ commands: listed }, list) =>
      listed.map(({ title }, at) => ({
        nl: title,
        en: english[`bots[0].commandLists[${list}].commands[${at}].title`] ?? title,
      })),
    );

    expect(phrases('nl')).toEqual(expect.arrayContaining(titles.map(({ nl }) => nl)));
    expect(phrases('en')).toEqual(expect.arrayContaining(titles.map(({ en }) => en)));
  });

  it('says in both languages that it is a programme and judges nobody', async () => {
    const { manifest, english } = await unpacked();

    expect(manifest.description.full).toMatch(/computerprogramma.*niet bedoeld om je te beoordelen/s);
    expect(english['description.full']).toMatch(/computer programme.*not meant for judging/s);
  });

  it('declares no tab where it is left out', async () => {
    const { manifest } = await unpacked();

    for (const part of ['staticTabs', 'webApplicationInfo']) expect(manifest).not.toHaveProperty(part);
  });

  it('has a tab that Teams signs in to, beside the chat', async () => {
    const { manifest } = await unpacked({ parts: ['tab'] });

    expect(manifest.staticTabs).toMatchObject([
      { entityId: 'conversations' },
      { entityId: 'mine', name: 'Mijn oefeningen', contentUrl: 'https://bot.delinde.example/teams/tab' },
    ]);
    expect(manifest.webApplicationInfo).toEqual({
      id: APP_ID,
      resource: `api://bot.delinde.example/botid-${APP_ID}`,
    });
  });

  it('searches tips while writing and helps with a message', async () => {
    const { manifest, english } = await unpacked();

    expect(manifest.composeExtensions[0].commands).toMatchObject([
      { id: 'tips', type: 'query', context: ['compose', 'commandBox'], initialRun: true, title: 'Tip zoeken' },
      { id: 'answer', type: 'action', context: ['message'], fetchTask: true, title: 'Help me dit te beantwoorden' },
    ]);
    expect(english).toMatchObject({
      'composeExtensions[0].commands[0].title': 'Find a tip',
      'composeExtensions[0].commands[0].parameters[0].title': 'Your question',
    });
  });

  it('asks for reminders only, and for identity with the tab', async () => {
    const [plain, tab] = [await unpacked(), await unpacked({ parts: ['tab'] })];

    expect(plain.manifest.permissions).toEqual(['messageTeamMembers']);
    expect(tab.manifest.permissions).toEqual(['messageTeamMembers', 'identity']);
    for (const asked of ['authorization', 'devicePermissions']) expect(tab.manifest).not.toHaveProperty(asked);
  });

  it('gives the reason for everything it asks, also in the guide', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../deployment/teams/README.md'), 'utf8');

    for (const { name, reason } of permissionsFor(OPTIONAL_PARTS)) {
      expect(reason).toMatch(/^to /);
      expect(guide).toContain(`| \`${name}\` `);
    }
  });

  it('opens our own host alone, without a wildcard', async () => {
    const [plain, tab] = [await unpacked(), await unpacked({ parts: ['tab'] })];

    expect(plain.manifest.validDomains).toEqual([]);
    expect(tab.manifest.validDomains).toEqual(['bot.delinde.example']);
  });

  it('is refused with every problem at once, in words', async () => {
    const publisher = { ...facts().publisher, name: 'x'.repeat(33), website: 'http://delinde.example' };

    const problems = await problemsOf({
      version: '1.4',
      publicUrl: 'https://localhost:3978',
      publisher,
      parts: ['tab'],
    });

    expect(problems).toHaveLength(4);
    for (const word of ['developer/name', '1.4.0', 'http://delinde.example', 'https://localhost:3978/teams/tab']) {
      expect(problems.join('\n')).toContain(word);
    }
  });
});
