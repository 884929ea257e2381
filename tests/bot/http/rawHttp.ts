import { connect } from 'node:net';

/** What came back over a bare socket until the server hung up or fell silent. */
export interface RawReply {
  /** 0 when nothing came. */
  readonly status: number;
  readonly text: string;
}

/**
 * Sends bytes as they are, as no well-behaved client would, and reads until the server closes or the first reply is in.
 *
 * @param write writes the request; the socket may break while it does
 */
export function sendRaw(port: number, request: string | Buffer): Promise<RawReply> {
  const { promise, resolve } = Promise.withResolvers<RawReply>();
  const socket = connect(port, '127.0.0.1', () => socket.write(request));
  let text = '';

  const done = () => {
    socket.destroy();
    resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text });
  };
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    if (/\r\n\r\n/.test(text)) done();
  });
  socket.on('error', done);
  socket.on('close', done);
  return promise;
}

/** A request head with these header lines, and a blank line. */
export function head(start: string, port: number, ...lines: readonly string[]): string {
  return [`${start} HTTP/1.1`, `Host: localhost:${port}`, ...lines, '', ''].join('\r\n');
}

/** A POST of JSON bytes with a right length. */
export function jsonPost(path: string, port: number, body: string | Buffer, ...lines: readonly string[]): Buffer {
  const bytes = Buffer.from(body);
  const type = 'Content-Type: application/json';
  return Buffer.concat([
    Buffer.from(head(`POST ${path}`, port, type, `Content-Length: ${bytes.length}`, ...lines)),
    bytes,
  ]);
}
