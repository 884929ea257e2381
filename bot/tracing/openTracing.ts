import { AsyncLocalStorage } from 'node:async_hooks';
import { type Attributes, type Context, ROOT_CONTEXT, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import type { TraceAttributes, Tracing } from './tracing.ts';
import type { TracingConfig } from './tracingConfig.ts';

/** How long one attempt to send may take, and how long a stop waits for the last one. */
const SEND_MS = 5_000;
const LAST_SEND_MS = 2_000;

/** Deliveries whose turn is remembered; the oldest make room. */
const REMEMBERED = 1_000;

/**
 * Sends traces to a collector, by OTLP over HTTP. One that is away, or slow, costs its traces and nothing else. Loaded only
 * where it is asked for.
 */
export function openTracing({ endpoint, headers, serviceName }: TracingConfig): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint}/v1/traces`,
    headers: { ...headers },
    timeoutMillis: SEND_MS,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('op-een-lijn');
  const underWay = new AsyncLocalStorage<Context>();
  const kept = new Map<string, Context>();

  const parentOf = (after: string | undefined): Context => {
    const turn = after === undefined ? undefined : kept.get(after);
    if (after !== undefined) kept.delete(after);
    return turn ?? underWay.getStore() ?? ROOT_CONTEXT;
  };

  return {
    span(name, attributes, work, after) {
      const parent = parentOf(after);
      const span = tracer.startSpan(name, { attributes: told(attributes) }, parent);
      const note = (more: TraceAttributes) => void span.setAttributes(told(more));
      return underWay.run(trace.setSpan(parent, span), () => ended(span, work(note)));
    },
    keep(key) {
      const context = underWay.getStore();
      if (!context) return;
      const [oldest] = kept.size >= REMEMBERED ? kept.keys() : [];
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(key, context);
    },
    close: () => Promise.race([provider.shutdown().catch(() => undefined), afterWhile(LAST_SEND_MS)]),
  };
}

function afterWhile(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}

/** Of an error only its kind: a message may hold what it is about. */
async function ended<Result>(span: Span, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    span.setAttribute('op_een_lijn.error', error instanceof Error ? error.name : 'unknown');
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function told(attributes: TraceAttributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`op_een_lijn.${name}`, value]));
}
