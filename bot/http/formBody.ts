import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError.ts';
import { hasBody, MAX_BODY, readBytes } from './readBytes.ts';
import type { HttpRequest } from './route.ts';

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
/** More than any of our forms has. */
const MAX_FIELDS = 500;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the fields of a form as browsers send it; none when there is no body. U+0000 is taken out of them, and half
 * characters are made whole, as PostgreSQL keeps neither.
 *
 * @throws HttpError 415 for another type, 413 over `maxBytes`, 400 for what is not UTF-8 or has over 500 fields
 */
export async function readFormBody(request: IncomingMessage, maxBytes = MAX_BODY): Promise<URLSearchParams> {
  if (!hasBody(request)) return new URLSearchParams();
  if (!FORM_TYPE.test(request.headers['content-type']?.trim() ?? '')) {
    throw new HttpError(415, 'UnsupportedMediaType', 'The body must be application/x-www-form-urlencoded in UTF-8.');
  }

  const fields = new URLSearchParams(textOf(await readBytes(request, maxBytes)));
  if (fields.size > MAX_FIELDS) throw new HttpError(400, 'BadSyntax', 'The form has too many fields.');
  return new URLSearchParams([...fields].map(([name, value]): [string, string] => [clean(name), clean(value)]));
}

/** The fields of a request whose route takes a form. */
export function formOf({ body }: HttpRequest): URLSearchParams {
  if (!(body instanceof URLSearchParams)) throw new Error('The route does not say that it takes a form.');
  return body;
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HttpError(400, 'BadSyntax', 'The form is not UTF-8.');
  }
}

function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
