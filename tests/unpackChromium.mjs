// Unpacks the browser of the npm package into the folder of TMPDIR, the only one that the package knows.
// A process of its own, as a test sees a copy of the environment: what it sets there does not reach the package.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';

const build = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
await chromium.executablePath();
await inflate(join(build, '..', 'bin', 'al2023.tar.br'));
