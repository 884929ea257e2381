import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError.ts';
import { createNestingScan } from './nestingScan.ts';
import { parseJson } from './parseJson.ts';

/** Bytes in one body, where a route does not say otherwise. */
const MAX_BODY = 64 * 1024;
const MAX_DEPTH = 32;
const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Reads and parses a JSON body, and stops reading at the first byte too many.
 * Undefined when there is none.
 *
 * @throws HttpError 415 for another type, 413 over `maxBytes`, 400 for what is not JSON or nested over 32 deep
 */
export async function readJsonBody(request: IncomingMessage, maxBytes = MAX_BODY): Promise<unknown> {
  if (!hasBody(request)) return undefined;
  if (!JSON_TYPE.test(request.headers['content-type']?.trim() ?? '')) {
    throw new HttpError(415, 'UnsupportedMediaType', 'The body must be application/json in UTF-8.');
  }

  const bytes = await readBytes(request, maxBytes);
  return bytes.length === 0 ? undefined : parseJson(bytes);
}

/** The body when it is an object. */
export function asObject(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new HttpError(400, 'BadSyntax', 'The body must be a JSON object.');
  }
  return body as Readonly<Record<string, unknown>>;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const isShallow = createNestingScan(MAX_DEPTH);
  const chunks: Buffer[] = [];
  let size = 0;

  const take = (chunk: Buffer) => {
    size += chunk.length;
    if (!isShallow(chunk)) refuse(new HttpError(400, 'BadSyntax', 'The body is nested too deeply.'));
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
