import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError.ts';

/** Bytes in one body, where a route does not say otherwise. */
export const MAX_BODY = 64 * 1024;

/** Whether the head of a request announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * The bytes of a body; stops reading at the first one too many, or at a piece that `isGood` refuses.
 *
 * @throws HttpError 413 over `maxBytes`, 400 when `isGood` says no or the body breaks off
 */
export function readBytes(
  request: IncomingMessage,
  maxBytes: number,
  isGood: (chunk: Uint8Array) => boolean = () => true,
): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  let size = 0;

  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (!isGood(chunk)) refuse(new HttpError(400, 'BadSyntax', 'The body is nested too deeply.'));
    else if (size > maxBytes) refuse(tooBig(maxBytes));
    else chunks.push(chunk);
  };
  const refuse = (error: HttpError) => {
    request.off('data', take);
    request.pause();
    reject(error);
  };
  const cut = () => reject(new HttpError(400, 'BadSyntax', 'The body broke off.'));

  request.on('data', take);
  request.once('end', () => {
    // Every request is closed in the end; an error made for each would cost more than reading the body did.
    request.off('close', cut);
    resolve(Buffer.concat(chunks));
  });
  request.once('error', cut);
  request.once('close', cut);
  return promise;
}

function tooBig(maxBytes: number): HttpError {
  return new HttpError(413, 'MessageSizeTooBig', `The body is larger than ${maxBytes / 1024} KiB.`);
}
