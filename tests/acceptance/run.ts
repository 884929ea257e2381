import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { readCases, readLeftOut } from './cases.ts';

/**
 * `npm run acceptance [-- <part of the tests>]`: runs every test that carries the id of a case in its title, and prints for each case what
 * became of it. Ends with 1 when a case fails, is still open, or has neither a test nor a reason.
 */
const REPORT = '.data/reports/acceptance.json';
const RAW = '.data/reports/acceptance-tests.json';
const WIDTH = 70;

interface TestRun {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

await mkdir('.data/reports', { recursive: true });
const ran = await runTests(process.argv.slice(2));
const leftOut = readLeftOut();
const rows = readCases().map(({ id, input }) => {
  const tests = ran.filter(({ fullName }) => fullName.includes(id));
  const failed = tests.filter(({ status }) => status === 'failed');
  const passed = tests.filter(({ status }) => status === 'passed');
  if (failed.length > 0)
    return { id, input, outcome: 'FAILS', detail: failed.map(({ fullName }) => fullName).join('; ') };
  if (passed.length > 0)
    return { id, input, outcome: 'passes', detail: `${passed.length} ${passed.length === 1 ? 'test' : 'tests'}` };
  const reason = leftOut[id];
  return reason
    ? { id, input, outcome: reason.because, detail: reason.why }
    : { id, input, outcome: 'NO TEST', detail: '' };
});

for (const { id, input, outcome, detail } of rows) {
  console.log(`${id}  ${outcome.padEnd(14)}  ${input.slice(0, WIDTH).padEnd(WIDTH)}  ${detail}`);
}
const counts = Object.entries(Object.groupBy(rows, ({ outcome }) => outcome)).map(
  ([outcome, all]) => `${all?.length ?? 0} ${outcome}`,
);
console.log(`\n${rows.length} cases: ${counts.join(', ')}.`);
await writeFile(REPORT, `${JSON.stringify({ at: new Date().toISOString(), rows }, null, 2)}\n`);
process.exitCode = rows.some(({ outcome }) => ['FAILS', 'NO TEST', 'open'].includes(outcome)) ? 1 : 0;

async function runTests(part: readonly string[]): Promise<TestRun['testResults'][number]['assertionResults']> {
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const options = ['--testNamePattern', '\\b[A-Z][0-9]{2}\\b', '--json', '--outputFile', RAW, '--silent'];
  await new Promise<void>((resolve) => {
    // A failing test ends jest with 1; the report says which.
    execFile(process.execPath, [...jest, ...options, ...part], { maxBuffer: 64 * 1024 * 1024 }, () => resolve());
  });
  const run = JSON.parse(await readFile(RAW, 'utf8')) as TestRun;
  return run.testResults.flatMap(({ assertionResults }) => assertionResults);
}
