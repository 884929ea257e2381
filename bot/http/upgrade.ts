import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Headers } from './securityHeaders.ts';

/** Somebody who wants to go on with a socket in place of a reply. Size of headers and Host have been checked. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  /** Where it comes from: see `ClientAddress`. */
  readonly address: string;
  /** Answers with a bare status and hangs up. */
  readonly refuse: (status: number) => void;
}

/** Takes over sockets at one kind of address. */
export interface UpgradeHandler {
  /** Whether this path, without query, is its own. */
  readonly matches: (path: string) => boolean;
  /** Owns the socket from now on; must not throw or reject. */
  readonly handle: (upgrade: Upgrade) => void | Promise<void>;
}

/** Answers on a socket with a bare status and these headers, and hangs up. */
export function refuseSocket(socket: Duplex, status: number, headers: Headers): void {
  if (socket.destroyed) return;
  const lines = Object.entries({ connection: 'close', 'content-length': '0', ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n`, () => socket.destroy());
}
