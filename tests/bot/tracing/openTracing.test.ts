import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openTracing } from '../../../bot/tracing/openTracing.ts';
import { readTracing } from '../../../bot/tracing/tracingConfig.ts';
import { type CollectedSpan, startCollector } from './collector.ts';

const CANARY = 'Zywxqvla';

async function collected(work: (tracing: ReturnType<typeof openTracing>) => Promise<void>) {
  await using collector = await startCollector();
  const tracing = openTracing({ endpoint: collector.url, headers: { 'x-key': 'abc' }, serviceName: 'school' });
  await work(tracing);
  await tracing.close();
  const spans = new Map(collector.spans().map((span) => [span.name, span]));
  return { spans, text: collector.received.join(), headers: collector.headers() };
}
const attributesOf = (span: CollectedSpan | undefined) =>
  Object.fromEntries(span?.attributes.map(({ key, value }) => [key, Object.values(value)[0]]) ?? []);

describe('a trace', () => {
  it('shows the parts of a turn within the turn, with ids and outcomes', async () => {
    const { spans, text, headers } = await collected(async (tracing) => {
      await tracing.span('turn', { tenant: 'school', conversation: 'c1' }, async (note) => {
        await tracing.span('commit', { version: 3 }, async () => undefined);
        note({ outcome: 'accepted' });
      });
    });

    const [turn, commit] = [spans.get('turn'), spans.get('commit')];
    expect(commit).toMatchObject({ traceId: turn?.traceId, parentSpanId: turn?.spanId });
    expect(turn?.parentSpanId).toBeUndefined();
    expect(attributesOf(turn)).toEqual({
      'op_een_lijn.tenant': 'school',
      'op_een_lijn.conversation': 'c1',
      'op_een_lijn.outcome': 'accepted',
    });
    expect(text).toContain('"stringValue":"school"');
    expect(headers['x-key']).toBe('abc');
  });

  it('holds a delivery that comes after its turn, once', async () => {
    const { spans } = await collected(async (tracing) => {
      await tracing.span('turn', {}, async () => tracing.keep('message'));
      await tracing.span('deliver', {}, async () => undefined, 'message');
      await tracing.span('receive', {}, async () => undefined, 'message');
    });

    expect(spans.get('deliver')?.parentSpanId).toBe(spans.get('turn')?.spanId);
    expect(spans.get('receive')?.parentSpanId).toBeUndefined();
  });

  it('P06 says that a part failed, and of the error its kind alone', async () => {
    const { spans, text } = await collected(async (tracing) => {
      const failing = tracing.span('commit', {}, async () => {
        throw new RangeError(`about ${CANARY}`);
      });
      await expect(failing).rejects.toThrow(CANARY);
    });

    expect(spans.get('commit')?.status.code).toBe(2);
    expect(attributesOf(spans.get('commit'))).toEqual({ 'op_een_lijn.error': 'RangeError' });
    expect(text).not.toContain(CANARY);
  });

  it('costs the turn nothing when nobody takes it', async () => {
    const tracing = openTracing({ endpoint: 'http://127.0.0.1:9', headers: {}, serviceName: 'school' });

    const result = await tracing.span('turn', {}, async () => 'kept');
    await tracing.close();

    expect(result).toBe('kept');
  });
});

describe('the settings for traces', () => {
  it('are off until there is a collector', () => {
    expect(readTracing({ OTEL_SERVICE_NAME: 'op-een-lijn' })).toBeNull();
  });

  it('take an address and headers as the standard writes them', () => {
    const config = readTracing({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.school.nl:4318/',
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b=,x=1',
      OTEL_SERVICE_NAME: 'op-een-lijn',
    });

    expect(config).toEqual({
      endpoint: 'https://collector.school.nl:4318',
      headers: { 'api-key': 'a b=', x: '1' },
      serviceName: 'op-een-lijn',
    });
  });

  it('load nothing of it while it is off: one file alone knows its packages, and nobody imports that at the start', () => {
    const files = ['bot', 'dialogs', 'content'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    );
    const naming = (words: RegExp) => files.filter((file) => words.test(readFileSync(file, 'utf8')));

    expect(naming(/from '@opentelemetry/)).toEqual(['bot/tracing/openTracing.ts']);
    expect(naming(/from '[^']*openTracing/)).toEqual([]);
    expect(naming(/await import\('[^']*openTracing/)).toEqual(['bot/serve.ts']);
  });
});
