// Plain JavaScript that any Node understands: it must run where the rest cannot.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const NEEDED = 24;
const found = Number(process.versions.node.split('.')[0]);

if (found < NEEDED) {
  console.error(
    [
      `Op één lijn needs Node ${NEEDED} or newer; this is Node ${process.versions.node}.`,
      'On Linux (x64, arm64) and Windows (x64), "npm ci" brings Node 24 along: run "npm ci" without --omit=optional and start with "npm start".',
      'On macOS and elsewhere, install Node 24 from nodejs.org and try again.',
    ].join('\n'),
  );
  process.exit(1);
}

const target = process.argv[2];
if (!target) {
  console.error('Usage: node bot/launch.mjs <file> [arguments]');
  process.exit(1);
}
// Node tells of its own experimental parts at every start; whoever starts the bot can do nothing about them.
const printers = process.listeners('warning');
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') for (const print of printers) print.call(process, warning);
});

process.argv.splice(1, 2, resolve(target));
await import(pathToFileURL(resolve(target)).href);
