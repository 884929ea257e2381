import type { Duplex } from 'node:stream';
import { type Logger, pino } from 'pino';
import { createServer as createRestify, type Server as Restify } from 'restify';
import { createClientAddress } from './http/clientAddress.ts';
import { pathOf, type Refusal, refuseByHead, refuseTheRest, refuseUnreadable } from './http/refusals.ts';
import { MAX_HEADERS, refusalStatus } from './http/requestGuard.ts';
import type { Route } from './http/route.ts';
import { type ReplyRecord, routeHandler, type Surroundings } from './http/routeHandler.ts';
import { securityHeaders } from './http/securityHeaders.ts';
import { createSite, type Site } from './http/site.ts';
import { refuseSocket, type Upgrade, type UpgradeHandler } from './http/upgrade.ts';
import type { Tracing } from './tracing/tracing.ts';

export interface ServerOptions {
  /** The address to listen on: `127.0.0.1`, `0.0.0.0`. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where people find the chat page; other Host headers than its name and loopback names are refused. */
  readonly publicUrl: string;
  /** Proxies that are believed about where somebody comes from: see `createClientAddress`. None when it is left out. */
  readonly trustedProxies?: readonly string[];
  /** Whether browsers may come to host names below ours by https alone too. They may not when it is left out. */
  readonly httpsBelow?: boolean;
  readonly routes: readonly Route[];
  readonly upgrades?: readonly UpgradeHandler[];
  readonly log: Logger;
  /** Left out: nobody wants traces. */
  readonly tracing?: Tracing | undefined;
  /** Told of every reply of a route. */
  readonly observe?: (reply: ReplyRecord) => void;
  /** Told of everything that was refused before a route. */
  readonly observeRefusal?: (refusal: Refusal) => void;
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

/** For the operator. */
const UNKNOWN_PROXY =
  'a proxy that is not in TRUSTED_PROXIES: limits for who is not signed in count everybody behind it together';

/** The HTTP server: guards first, then restify finds the route, the route gives a reply as data. */
export function createServer(options: ServerOptions): Server {
  const limits = { ...LIMITS, ...options.limits };
  const site = createSite(options.publicUrl);
  const headers = securityHeaders(site.secure ? { includeSubDomains: options.httpsBelow ?? true } : null);
  const surroundings = {
    isSecure: site.secure,
    addressOf: createClientAddress(options.trustedProxies ?? [], (proxy) => options.log.warn({ proxy }, UNKNOWN_PROXY)),
    tracing: options.tracing,
  };
  const refused = (refusal: Refusal) => {
    options.log.info({ audit: 'refused', ...refusal }, 'refused before a route');
    options.observeRefusal?.(refusal);
  };
  const restify = createRestify({ name: '', log: pino({ level: 'silent' }) });
  const upgraded = new Set<Duplex>();

  refuseByHead(restify, site, headers, refused);
  for (const route of options.routes) mount(restify, route, surroundings, options);
  refuseTheRest(restify, refused);
  refuseUnreadable(restify, headers, refused);
  restify.on('upgrade', (request, socket, head) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    socket.on('error', () => socket.destroy());
    const refuse = (status: number) => {
      refuseSocket(socket, status, headers);
      refused({ where: 'socket', status });
    };
    const address = surroundings.addressOf(request);
    handOver(options.upgrades ?? [], site, { request, socket, head, address, refuse });
  });
  bound(restify, limits);

  return { listen: () => listen(restify, options), close: () => close(restify, upgraded, limits.closeMilliseconds) };
}

function mount(restify: Restify, route: Route, surroundings: Surroundings, { log, observe }: ServerOptions): void {
  const handler = routeHandler(route, surroundings, (reply) => {
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

function handOver(upgrades: readonly UpgradeHandler[], site: Site, upgrade: Upgrade): void {
  const refusal = refusalStatus(upgrade.request, site);
  const path = pathOf(upgrade.request);
  const handler = refusal === undefined ? upgrades.find(({ matches }) => matches(path)) : undefined;
  if (handler) void handler.handle(upgrade);
  else upgrade.refuse(refusal ?? 404);
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
