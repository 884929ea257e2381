import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Collector, startCollector } from '../bot/tracing/collector.ts';
import { type Child, startChild } from '../child.ts';
import { TeacherScript } from './teacherScript.ts';

/** A name that stands nowhere else, and is masked; wherever it turns up, words have leaked. */
const CANARY = 'Zywxqvla';
/** A word that stands nowhere else, and is kept; wherever it turns up outside the conversation, words have leaked. */
const WORD = 'kwispelgordijntjes';

/** One visit through everything that takes words: a talk, danger, a question, a tool, nonsense, too much, and erasure. */
const VISIT = [
  'oefenen left-out-in-the-block-corner',
  `Wat naar van die ${WORD} voor ${CANARY}, en ook voor u.`,
  `${CANARY} zei dat papa hem elke avond slaat met een riem`,
  'verder met oefenen',
  `tip ${CANARY} schreeuwt tegen mij, wat moet ik zeggen?`,
  'stop',
  `Het ging redelijk, ${CANARY} werd rustiger.`,
  'stop',
  'maken vision',
  `Pesten is wat ${CANARY} overkwam met de ${WORD}.`,
  'klaar',
  `${CANARY} ${'😡'.repeat(40)}`,
  `${WORD} `.repeat(900),
];

let folder: string;
let server: Child;
let collector: Collector;
let written = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'canary-'));
  collector = await startCollector();
  const settings = { PORT: '0', DATA_DIR: folder, DATABASE_URL: '', PUBLIC_URL: '', LOG_LEVEL: 'debug' };
  server = await startChild(
    'bot/index.ts',
    { ...settings, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    { stderr: 'pipe' },
  );
  for (const stream of [server.process.stdout, server.process.stderr]) {
    stream?.on('data', (piece) => {
      written += String(piece);
    });
  }
});

afterAll(async () => {
  await server?.stop();
  await collector?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

describe('what a teacher types', () => {
  it('P06 is in no log line, metric, trace or address of our own, whatever it was typed into', async () => {
    const teacher = await TeacherScript.begin(server.url);
    for (const text of VISIT) await teacher.say(text);
    const seen = JSON.stringify(await teacher.everything());
    const [page = ''] = /\/keep\/[0-9a-f-]{36}/.exec(seen) ?? [];
    const kept = await (await fetch(server.url + page)).text();
    await fetch(`${server.url}/${CANARY}?q=${CANARY}&w=${WORD}`);

    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    await server.stop();

    expect(seen).toContain(WORD);
    expect(kept).toContain(WORD);
    expect(written).toContain('"level"');
    const traces = collector.received.join('\n');
    for (const name of ['receive', 'turn', 'answer', 'commit', 'deliver']) expect(traces).toContain(`"name":"${name}"`);
    for (const place of [page, metrics, written, traces]) expect(place).not.toContain(WORD);
    for (const place of [seen, kept, page, metrics, written, traces]) expect(place).not.toContain(CANARY);
  });
});
