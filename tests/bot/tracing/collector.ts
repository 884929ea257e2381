import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One stretch of work, as a collector gets it. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code?: number; readonly message?: string };
}

/** Takes traces by OTLP over HTTP, as JSON. */
export interface Collector extends AsyncDisposable {
  readonly url: string;
  /** The bodies, as they came. */
  readonly received: readonly string[];
  /** Headers of the last one. */
  headers(): Readonly<Record<string, unknown>>;
  spans(): readonly CollectedSpan[];
}

/** Listens on a free port of this machine. */
export async function startCollector(): Promise<Collector> {
  const received: string[] = [];
  let headers = {};
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    headers = request.headers;
    received.push(await text(request));
    response.writeHead(request.url === '/v1/traces' ? 200 : 404, { 'content-type': 'application/json' });
    response.end('{}');
  };
  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    headers: () => headers,
    spans: () => received.flatMap((body) => spansIn(JSON.parse(body))),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly CollectedSpan[] }[];
  }[];
}

function spansIn({ resourceSpans }: Sent): readonly CollectedSpan[] {
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
}
