import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../bot/channels/console/arguments.ts';
import { readConfig } from '../../bot/config.ts';
import { environment } from '../../bot/environment.ts';
import { loadContent } from '../../content/load.ts';
import { buildPackage } from './buildPackage.ts';
import { packageArguments } from './packageArguments.ts';
import { permissionsFor } from './permissions.ts';

/** `npm run teams:package`: writes the zip to upload to Teams, and says what it asks for. */
await runCommand(async () => {
  const { facts, schema, folder } = packageArguments(readConfig(environment()), process.argv.slice(2));
  const { zip, manifest } = await buildPackage(facts, schema, loadContent().messages);
  const file = join(folder, `op-een-lijn-${facts.version}.zip`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, zip);

  console.log(
    [
      `${file}: checked against manifest schema ${schema}, ready to upload.`,
      `  app      ${manifest.id}, version ${manifest.version}, of ${manifest.developer.name}`,
      `  where    ${manifest.bots?.[0]?.scopes.join(', ')}; languages nl, en`,
      `  domains  ${manifest.validDomains?.join(', ') || 'none'}`,
      ...permissionsFor(facts.parts).map(({ name, reason }) => `  asks     ${name}: ${reason}`),
    ].join('\n'),
  );
});
