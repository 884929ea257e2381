import type { Handler, Request, Response } from 'restify';
import { bareStack } from '../bareStack.ts';
import { StorageError } from '../ports.ts';
import type { Tracing } from '../tracing/tracing.ts';
import type { ClientAddress } from './clientAddress.ts';
import { discardRest } from './discardRest.ts';
import { readFormBody } from './formBody.ts';
import { errorReply, HttpError } from './httpError.ts';
import { readJsonBody } from './jsonBody.ts';
import { withRequestNotes } from './requestNotes.ts';
import type { HttpReply, HttpRequest, Route } from './route.ts';

/** What the server tells about each reply; ids and status, never words. */
export interface ReplyRecord {
  readonly method: string;
  /** The path as the route writes it, with its parameters unfilled. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  /** Where an error that nobody expected happened; without its message. */
  readonly stack?: string;
}

/** What a route is told beside the request itself. */
export interface Surroundings {
  readonly isSecure: boolean;
  readonly addressOf: ClientAddress;
  /** Left out: nobody wants traces. */
  readonly tracing?: Tracing | undefined;
}

/** A restify handler that runs one route and sends what it gives back. */
export function routeHandler(route: Route, surroundings: Surroundings, record: (reply: ReplyRecord) => void): Handler {
  const work: Handler = async (request, response) => {
    const started = performance.now();
    const { reply, stack } = await received(route, surroundings, request);
    send(response, reply);
    discardRest(request);
    record({
      method: route.method,
      route: route.path,
      status: reply.status,
      seconds: (performance.now() - started) / 1000,
      ...(stack === undefined ? {} : { stack }),
    });
  };
  return async (request, response) => withRequestNotes(() => work(request, response));
}

/** What only reads tells nothing of a turn. */
function received(route: Route, surroundings: Surroundings, request: Request): ReturnType<typeof answer> {
  const { tracing } = surroundings;
  const { method, path } = route;
  if (!tracing || method !== 'POST') return answer(route, surroundings, request);
  return tracing.span('receive', { method, route: path }, async (note) => {
    const answered = await answer(route, surroundings, request);
    note({ status: answered.reply.status });
    return answered;
  });
}

async function answer(
  route: Route,
  surroundings: Surroundings,
  request: Request,
): Promise<{ reply: HttpReply; stack?: string }> {
  try {
    return { reply: await route.handle(checkedRequest(request, await bodyOf(route, request), surroundings)) };
  } catch (error) {
    if (error instanceof HttpError) return { reply: errorReply(error) };
    if (error instanceof StorageError) return { reply: errorReply(unavailable()), stack: bareStack(error) };
    return { reply: { status: 500 }, stack: bareStack(error) };
  }
}

function bodyOf({ takesBody, maxBody }: Route, request: Request): Promise<unknown> | undefined {
  if (!takesBody) return undefined;
  return takesBody === 'form' ? readFormBody(request, maxBody) : readJsonBody(request, maxBody);
}

function checkedRequest(request: Request, body: unknown, { isSecure, addressOf }: Surroundings): HttpRequest {
  const { method = 'GET', url = '/', params, headers } = request;
  const query = url.indexOf('?');
  return {
    method,
    url,
    params,
    query: new URLSearchParams(query < 0 ? '' : url.slice(query)),
    headers: headers as Readonly<Record<string, string | undefined>>,
    body,
    ip: addressOf(request),
    isSecure,
  };
}

function unavailable(): HttpError {
  return new HttpError(503, 'ServiceUnavailable', 'It could not be stored; try again.', { 'retry-after': '5' });
}

function send(response: Response, { status, headers = {}, body }: HttpReply): void {
  if (response.destroyed) return;

  const isJson = typeof body === 'object' && !(body instanceof Uint8Array);
  const data = isJson ? JSON.stringify(body) : (body ?? '');
  const bytes = Buffer.from(data as string | Uint8Array);
  response.sendRaw(status, bytes, {
    ...(isJson ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    'content-length': String(bytes.length),
    ...headers,
  });
}
