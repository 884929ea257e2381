import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeClock } from './fakeClock.ts';
import { type Fault, Faults } from './faults.ts';
import { RateTable } from './rateTable.ts';
import { type Card, withCardInPlace } from './screen.ts';
import type { TokenPress } from './tokenPress.ts';

/** One message as people see it. */
export interface Delivered {
  readonly id: string;
  readonly conversation: string;
  /** When it came in, by the clock of the service. */
  readonly at: Date;
  readonly activity: {
    /** Left out when a card says all. */
    readonly text?: string;
    readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
    readonly [key: string]: unknown;
  };
}

const SEND = /^\/emea\/v3\/conversations\/([^/]+)\/activities$/;
const CHANGE = /^\/emea\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/;
const CREATE = '/emea/v3/conversations';
const MEMBERS = /^\/emea\/v3\/conversations\/([^/]+)\/members$/;

/**
 * The half of the service that a bot calls: key sets, app tokens, messages.
 * Source: Bot Framework REST API reference, Conversation operations (Azure AI Bot Service).
 */
export class FakeConnector {
  /** What people have on their screens, in the order of arrival. */
  readonly delivered: Delivered[] = [];
  /** Every message that came in, also what was refused. */
  readonly offered: { readonly conversation: string; readonly at: Date }[] = [];
  /** Every request, as `POST /emea/v3/…`. */
  readonly requests: string[] = [];
  readonly faults = new Faults();
  /** Messages that got no answer, and when whoever sent them hung up. */
  readonly silenced: { readonly conversation: string; hungUpAt?: Date }[] = [];
  /** Whether the rate table is kept to. */
  keepsRates = true;
  /** The document with the keys cannot be had. */
  hidesKeys = false;
  /** The bot's password is not accepted. */
  refusesApp = false;
  /** App tokens that were given out; only these are accepted. */
  readonly appTokens: string[] = [];
  /** Who is in a conversation. */
  readonly members = new Map<string, readonly { readonly id: string }[]>();

  readonly #press: TokenPress;
  readonly #clock: FakeClock;
  readonly #rates: RateTable;
  #server: Server | undefined;
  #port = 0;

  constructor(press: TokenPress, clock: FakeClock) {
    this.#press = press;
    this.#clock = clock;
    this.#rates = new RateTable(clock);
  }

  get host(): string {
    return `127.0.0.1:${this.#port}`;
  }

  /** As it stands in activities. */
  get serviceUrl(): string {
    return `http://${this.host}/emea/`;
  }

  get metadata(): string {
    return `http://${this.host}/v1/.well-known/openidconfiguration`;
  }

  get tokenEndpoint(): string {
    return `http://${this.host}/token`;
  }

  /** How often somebody asked for the metadata document. */
  get metadataRequests(): number {
    return this.requests.filter((request) => request.endsWith('/openidconfiguration')).length;
  }

  /** Comes up, at the same address as before. */
  async plugIn(): Promise<void> {
    const server = createServer((request, response) => void this.#serve(request, response));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Goes down: connections are refused. */
  async pullOut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  /** Another card takes the place of the one on this message, on everybody's screen. */
  refresh(id: string, card: Card): void {
    const at = this.delivered.findIndex((one) => one.id === id);
    const before = this.delivered[at];
    if (before) this.delivered[at] = withCardInPlace(before, card);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    this.requests.push(`${request.method} ${path}`);
    const reply = this.#reply(request, path, await textOf(request));
    if (reply === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    if (reply === 'silence') {
      const silenced = this.silenced.at(-1);
      request.socket.once('close', () => silenced && Object.assign(silenced, { hungUpAt: this.#clock.now() }));
      return;
    }
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    response.end(JSON.stringify(reply.body ?? {}));
  }

  #reply({ method = '', headers }: IncomingMessage, path: string, body: string): Reply {
    if (path.endsWith('/openidconfiguration')) return this.#metadata();
    if (path === '/v1/.well-known/keys') return { status: 200, body: this.#press.keySet() };
    if (path === '/token') return this.#appToken();
    if (!this.appTokens.includes(headers.authorization?.replace('Bearer ', '') ?? '')) return { status: 401 };
    return this.#conversation(method, path, body);
  }

  #metadata(): Reply {
    if (this.hidesKeys) return { status: 503 };
    const keys = `http://${this.host}/v1/.well-known/keys`;
    return { status: 200, body: { issuer: 'https://api.botframework.com', jwks_uri: keys } };
  }

  #appToken(): Reply {
    if (this.refusesApp) return { status: 401, body: { error: 'invalid_client' } };
    const token = `app-token-${randomUUID()}`;
    this.appTokens.push(token);
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: token } };
  }

  #conversation(method: string, path: string, body: string): Reply {
    if (method === 'POST' && path === CREATE) return this.#create(body);
    const [, conversation = ''] = SEND.exec(path) ?? [];
    if (method === 'POST' && conversation) return this.#send(decodeURIComponent(conversation), body);
    const [, , changed = ''] = CHANGE.exec(path) ?? [];
    if (changed) return this.#change(method, decodeURIComponent(changed), body);
    const [, known = ''] = MEMBERS.exec(path) ?? [];
    if (known) return { status: 200, body: this.members.get(decodeURIComponent(known)) ?? [] };
    return { status: 404 };
  }

  #send(conversation: string, body: string): Reply {
    this.offered.push({ conversation, at: this.#clock.now() });
    const fault = this.faults.take();
    if (fault) return this.#fail(fault, conversation, body);

    const wait = this.keepsRates ? this.#rates.check(conversation) : 0;
    if (wait > 0) return refused(429, wait);
    return { status: 201, body: { id: this.#show(conversation, body) } };
  }

  #fail(fault: Fault, conversation: string, body: string): Reply {
    if (fault.kind === 'redirect') return { status: 302, headers: { location: fault.to } };
    if (fault.kind === 'silence') {
      this.silenced.push({ conversation });
      return 'silence';
    }
    if (fault.kind === 'refused') return refused(fault.status, fault.retryAfter);
    this.#show(conversation, body);
    return fault.status === 'reset' ? 'reset' : { status: fault.status };
  }

  #show(conversation: string, body: string): string {
    const id = `1${randomUUID()}`;
    this.delivered.push({ id, conversation, at: this.#clock.now(), activity: JSON.parse(body) });
    return id;
  }

  /** Opens a personal chat with somebody; the same person gets the same chat. */
  #create(body: string): Reply {
    const [member] = (JSON.parse(body) as { members: readonly { id: string }[] }).members;
    const known = [...this.members].find(([, [first]]) => first?.id === member?.id)?.[0];
    const id = known ?? `a:${randomUUID()}`;
    this.members.set(id, member ? [member] : []);
    return { status: 201, body: { id } };
  }

  /** Changes a message that was sent before, or takes it away. */
  #change(method: string, id: string, body: string): Reply {
    const at = this.delivered.findIndex((one) => one.id === id);
    const before = this.delivered[at];
    if (!before) return { status: 404 };
    if (method === 'DELETE') this.delivered.splice(at, 1);
    else this.delivered[at] = { ...before, activity: JSON.parse(body) };
    return { status: 200, body: { id } };
  }
}

/** What goes back; `reset` breaks the line, `silence` leaves it open. */
type Reply =
  | { readonly status: number; readonly body?: object; readonly headers?: Readonly<Record<string, string>> }
  | 'reset'
  | 'silence';

function refused(status: number, seconds?: number): Reply {
  return seconds === undefined ? { status } : { status, headers: { 'retry-after': String(seconds) } };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
