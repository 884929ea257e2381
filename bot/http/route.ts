/** One request after the guards: everything in it has been checked for size, type and encoding. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, undefined when none was sent; of a form its fields (see `formOf`). Undefined when the route takes none. */
  readonly body: unknown;
  /** Where it comes from: see `ClientAddress`. */
  readonly ip: string;
  /** Whether people come over https. */
  readonly isSecure: boolean;
}

/** What goes back. An object or array body is sent as JSON, a string or buffer as it is. */
export interface HttpReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: object | string | Uint8Array;
}

/** One address of the server. A handler that throws an error it does not know gives a bare 500. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** As restify writes it: `/v3/directline/conversations/:conversationId`. */
  readonly path: string;
  /** Whether the body is read: `true` takes JSON, `'form'` what a form without files sends. Any other type is refused. */
  readonly takesBody?: boolean | 'form';
  /** Bytes that the body may have; 64 KiB when it is left out. */
  readonly maxBody?: number;
  readonly handle: (request: HttpRequest) => Promise<HttpReply> | HttpReply;
}
