import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Logger, pino } from 'pino';
import { createServer as createRestify, type Server as Restify } from 'restify';
import { discardRest } from './http/discardRest.ts';
import { MAX_HEADERS, refusalStatus } from './http/requestGuard.ts';
import type { Route } from './http/route.ts';
import { type ReplyRecord, routeHandler } from './http/routeHandler.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { createSite, type Site } from './http/site.ts';
import { refuseUpgrade, type UpgradeHandler } from './http/upgrade.ts';

export interface ServerOptions {
  /** The address to listen on: `127.0.0.1`, `0.0.0.0`. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where people find the chat page; other Host headers than its name and loopback names are refused. */
  readonly publicUrl: string;
  readonly routes: readonly Route[];
  readonly upgrades?: readonly UpgradeHandler[];
  readonly log: Logger;
  /** Told of every reply of a route. */
  readonly observe?: (reply: ReplyRecord) => void;
  readonly limits?: Partial<ServerLimits>;
}

export interface ServerLimits {
  /** Time for a whole request to arrive; found out at most `checkMilliseconds` later. Default 25 s and 5 s. */
  readonly requestMilliseconds: number;
  readonly checkMilliseconds: number;
  readonly connections: number;
  /** What running requests get at closing time. */
  readonly closeMilliseconds: number;
}

export interface Server {
  /** Rejects when the address is taken. */
  listen(): Promise<{ readonly port: number }>;
  /** Refuses new connections, lets running requests end, then hangs up on the rest. */
  close(): Promise<void>;
}

const LIMITS: ServerLimits = {
  requestMilliseconds: 25_000,
  checkMilliseconds: 5_000,
  connections: 10_000,
  closeMilliseconds: 2_000,
};

/** The HTTP server: guards first, then restify finds the route, the route gives a reply as data. */
export function createServer(options: ServerOptions): Server {
  const limits = { ...LIMITS, ...options.limits };
  const site = createSite(options.publicUrl);
  const restify = createRestify({ name: '', log: pino({ level: 'silent' }) });
  const upgraded = new Set<Duplex>();

  guard(restify, site);
  for (const route of options.routes) mount(restify, route, options);
  refuseTheRest(restify);
  restify.on('upgrade', (request, socket, head) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    socket.on('error', () => socket.destroy());
    handOver(options.upgrades ?? [], site, request, socket, head);
  });
  bound(restify, limits);

  return { listen: () => listen(restify, options), close: () => close(restify, upgraded, limits.closeMilliseconds) };
}

function guard(restify: Restify, site: Site): void {
  const protect = securityHeaders(site.secure);

  restify.first((request, response) => {
    protect(request, response);
    const status = refusalStatus(request, site);
    if (status === undefined) return true;

    response.writeHead(status, { 'content-length': 0 });
    response.end();
    discardRest(request);
    return false;
  });
}

function mount(restify: Restify, route: Route, { log, observe }: ServerOptions): void {
  const handler = routeHandler(route, (reply) => {
    log[levelOf(reply.status)](reply, 'reply');
    observe?.(reply);
  });
  if (route.method === 'POST') {
    restify.post(route.path, handler);
    return;
  }
  restify.get(route.path, handler);
  restify.head(route.path, handler);
}

function levelOf(status: number): 'error' | 'info' | 'debug' {
  if (status >= 500) return 'error';
  return status >= 400 ? 'info' : 'debug';
}

/** Restify's own words would repeat the path; a bare status says enough. */
function refuseTheRest(restify: Restify): void {
  restify.on('restifyError', (request, response, error, done) => {
    if (!response.headersSent) response.sendRaw(error.statusCode ?? 500, '', { 'content-length': '0' });
    discardRest(request);
    done();
  });
}

function handOver(
  upgrades: readonly UpgradeHandler[],
  site: Site,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const refusal = refusalStatus(request, site);
  const path = request.url?.split('?', 1)[0] ?? '';
  const handler = refusal === undefined ? upgrades.find(({ matches }) => matches(path)) : undefined;
  if (handler) handler.handle(request, socket, head);
  else refuseUpgrade(socket, refusal ?? 404);
}

/** Restify makes the Node server itself, so its bounds are set afterwards; all are read later than that. */
function bound({ server }: Restify, limits: ServerLimits): void {
  server.maxHeadersCount = MAX_HEADERS + 1;
  server.maxConnections = limits.connections;
  server.headersTimeout = limits.requestMilliseconds;
  server.requestTimeout = limits.requestMilliseconds;
  Object.assign(server, { connectionsCheckingInterval: limits.checkMilliseconds });
}

function listen(restify: Restify, { host, port, log }: ServerOptions): Promise<{ port: number }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ port: number }>();
  restify.on('error', (error) => {
    log.error({ code: (error as NodeJS.ErrnoException).code }, 'server');
    reject(error);
  });
  restify.server.listen(port, host, () => {
    const address = restify.server.address();
    resolve({ port: typeof address === 'object' && address ? address.port : port });
  });
  return promise;
}

function close({ server }: Restify, upgraded: ReadonlySet<Duplex>, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    server.closeAllConnections();
    for (const socket of upgraded) socket.destroy();
  }, milliseconds);
  server.close(() => {
    clearTimeout(timer);
    resolve();
  });
  return promise;
}
