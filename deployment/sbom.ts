import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { changesBetween } from './sbomChanges.ts';

/**
 * `npm run sbom [-- --out <file>] [--against <file of an earlier release>]`: lists every package that runs in production, as
 * CycloneDX, and what has come, gone or changed since that release.
 */
const { values } = parseArgs({
  options: { out: { type: 'string', default: '.data/reports/sbom.json' }, against: { type: 'string' } },
});

mkdirSync(dirname(values.out), { recursive: true });
const options = ['--omit', 'dev', '--package-lock-only', '--output-reproducible', '--output-file', values.out];
// Web Chat names other versions of React than it comes with; that is no fault of the list.
execFileSync('cyclonedx-npm', ['--ignore-npm-errors', ...options], {
  stdio: ['ignore', 'inherit', 'ignore'],
  shell: process.platform === 'win32',
});

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof changesBetween>[0];
const now = read(values.out);
console.log(`${values.out}: ${now.components.length} packages.`);
if (values.against !== undefined) {
  const changes = changesBetween(read(values.against), now);
  console.log(changes.length > 0 ? changes.join('\n') : 'Nothing has changed.');
}
