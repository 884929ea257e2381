import { pino } from 'pino';
import type { Route } from '../../../bot/http/route.ts';
import { createServer, type Server, type ServerOptions } from '../../../bot/server.ts';

/** A listening server on a free port of this machine. */
export interface TestServer extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  readonly server: Server;
}

/** Starts the real server with these routes, quiet, under `http://localhost`. */
export async function startServer(options: Partial<ServerOptions> & { routes: readonly Route[] }): Promise<TestServer> {
  const server = createServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost',
    log: pino({ level: 'silent' }),
    ...options,
    limits: { closeMilliseconds: 100, ...options.limits },
  });
  const { port } = await server.listen();
  return { port, url: `http://localhost:${port}`, server, [Symbol.asyncDispose]: () => server.close() };
}

/** Gives back what it got, so that a test sees what passes the guards. */
export const echoRoute: Route = {
  method: 'POST',
  path: '/echo',
  takesBody: true,
  handle: ({ body }) => ({ status: 200, body: { got: body === undefined ? 'nothing' : body } }),
};
