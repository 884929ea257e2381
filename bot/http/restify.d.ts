/** The part of restify 12 that the server uses; its published types describe version 8. */
declare module 'restify' {
  type IncomingMessage = import('node:http').IncomingMessage;
  type ServerResponse = import('node:http').ServerResponse;

  export interface Request extends IncomingMessage {
    /** Path parameters, decoded. */
    readonly params: Readonly<Record<string, string>>;
  }

  export interface Response extends ServerResponse {
    /** Sends without formatters. Headers set before stay unless named here. */
    sendRaw(
      status: number,
      body: string | Buffer,
      headers?: Readonly<Record<string, string | readonly string[]>>,
    ): void;
  }

  /** Must return nothing: restify logs what an async handler returns. */
  export type Handler = (request: Request, response: Response) => Promise<void>;

  export interface Server {
    readonly server: import('node:http').Server;
    /** Runs before everything else; false ends the request, whose reply is then the hook's work. */
    first(hook: (request: IncomingMessage, response: ServerResponse) => boolean): void;
    get(path: string, handler: Handler): string;
    head(path: string, handler: Handler): string;
    post(path: string, handler: Handler): string;
    on(
      event: 'restifyError',
      listener: (request: Request, response: Response, error: RoutingError, done: () => void) => void,
    ): this;
    on(
      event: 'upgrade',
      listener: (request: IncomingMessage, socket: import('node:stream').Duplex, head: Buffer) => void,
    ): this;
    on(event: 'error', listener: (error: Error) => void): this;
  }

  /** What restify itself refuses: an unknown path (404), a wrong method (405). */
  export interface RoutingError extends Error {
    readonly statusCode?: number;
  }

  export function createServer(options: {
    /** Goes out as the `Server` header; empty for none. */
    readonly name: string;
    readonly log: import('pino').Logger;
  }): Server;
}
