import type { HttpReply } from './route.ts';

/** Something the caller must change or wait for. The message is for programmers and never holds what was sent. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  /** A word that programs can compare, as in `BadSyntax`. */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The error as Direct Line writes it: `{ error: { code, message } }`. */
export function errorReply({ status, code, message, headers }: HttpError): HttpReply {
  return { status, headers, body: { error: { code, message } } };
}
