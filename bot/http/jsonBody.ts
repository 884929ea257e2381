import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError.ts';
import { createNestingScan } from './nestingScan.ts';
import { parseJson } from './parseJson.ts';
import { hasBody, MAX_BODY, readBytes } from './readBytes.ts';

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

  const bytes = await readBytes(request, maxBytes, createNestingScan(MAX_DEPTH));
  return bytes.length === 0 ? undefined : parseJson(bytes);
}

/** The body when it is an object. */
export function asObject(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new HttpError(400, 'BadSyntax', 'The body must be a JSON object.');
  }
  return body as Readonly<Record<string, unknown>>;
}
