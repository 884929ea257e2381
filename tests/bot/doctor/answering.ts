import { once } from 'node:events';
import { createServer } from 'node:http';

/** What a server answers to everything. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A server on this machine that gives one answer, and the requests that it got, as in `POST /token`. */
export interface Answering extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly string[];
}

/** Starts a server that answers so. */
export async function answering({ status = 200, headers = {}, body = {} }: Answer): Promise<Answering> {
  const requests: string[] = [];
  const server = createServer(({ method, url }, reply) => {
    requests.push(`${method} ${url}`);
    // Two steps: restify, where a test loaded it, lets writeHead return nothing.
    reply.writeHead(status, { 'content-type': 'application/json', ...headers });
    reply.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
