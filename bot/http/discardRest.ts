import type { IncomingMessage } from 'node:http';

const MAX_BYTES = 1024 * 1024;
const MAX_MILLISECONDS = 2000;

/**
 * Throws away what is left of a body that was refused, for a moment, so that a polite client can still read its
 * answer; then hangs up. Nothing is kept in memory.
 */
export function discardRest(request: IncomingMessage): void {
  if (request.complete) return;

  let left = MAX_BYTES;
  const hangUp = () => request.socket.destroy();
  const timer = setTimeout(hangUp, MAX_MILLISECONDS).unref();
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) hangUp();
  });
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => clearTimeout(timer));
  request.resume();
}
