import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server as Restify } from 'restify';
import { discardRest } from './discardRest.ts';
import { refusalStatus } from './requestGuard.ts';
import type { Headers } from './securityHeaders.ts';
import type { Site } from './site.ts';
import { refuseSocket } from './upgrade.ts';

/** Something that was refused before a route saw it; a status and a place, never words. */
export interface Refusal {
  /** By its head; by its address or method; a socket; or no HTTP at all. */
  readonly where: 'head' | 'address' | 'socket' | 'unreadable';
  readonly status: number;
}

/** Refuses by the head alone. Every reply, of a refusal too, has these headers unless it says otherwise. */
export function refuseByHead(restify: Restify, site: Site, headers: Headers, record: (refusal: Refusal) => void): void {
  restify.first((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const status = refusalStatus(request, site);
    if (status === undefined) return true;

    response.writeHead(status, { 'content-length': 0 });
    response.end();
    discardRest(request);
    record({ where: 'head', status });
    return false;
  });
}

/** Refuses what no route is for. Restify's own words would repeat the path; a bare status says enough. */
export function refuseTheRest(restify: Restify, record: (refusal: Refusal) => void): void {
  restify.on('restifyError', (request, response, error, done) => {
    const status = error.statusCode ?? 500;
    if (!response.headersSent) response.sendRaw(status, '', { 'content-length': '0' });
    discardRest(request);
    record({ where: 'address', status });
    done();
  });
}

/** What Node says of a connection that it cannot read as HTTP, and the status that fits. */
const UNREADABLE: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Refuses what is no HTTP, or does not arrive in time, as Node does without us; only with our headers. */
export function refuseUnreadable({ server }: Restify, headers: Headers, record: (refusal: Refusal) => void): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex & UnderWay) => {
    if (error.code === 'ECONNRESET' || !socket.writable || socket._httpMessage?.headersSent) {
      socket.destroy();
      return;
    }
    const status = UNREADABLE[error.code ?? ''] ?? 400;
    refuseSocket(socket, status, headers);
    record({ where: 'unreadable', status });
  });
}

/** Node's own mark of a reply that is under way on a socket: its default listener looks at it too (`lib/_http_server.js`). */
interface UnderWay {
  readonly _httpMessage?: { readonly headersSent: boolean } | null;
}

/** The path of a request, without its query. */
export function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '';
}
