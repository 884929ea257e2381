import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Takes over sockets at one kind of address. */
export interface UpgradeHandler {
  /** Whether this path, without query, is its own. */
  readonly matches: (path: string) => boolean;
  /** Owns the socket from now on; must not throw. Size of headers and Host have been checked. */
  readonly handle: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

/** Answers an upgrade with a bare status and hangs up. */
export function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}
