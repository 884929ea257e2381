import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** A balancer as simple as they come: the next instance for each request and each socket, whoever asks. */
export interface Balancer extends AsyncDisposable {
  readonly url: string;
  /** From now on these ports of this machine get what comes. */
  use(ports: readonly number[]): void;
  /** The port that has the newest socket of this conversation. */
  socketOf(conversationId: string): number | undefined;
}

const CONVERSATION = /\/conversations\/([\w-]+)\/stream/;

/** Who cannot be reached is passed over; what breaks off half-way is a 502. */
export async function startBalancer(): Promise<Balancer> {
  let ports: readonly number[] = [];
  let turn = 0;
  const agent = new Agent({ keepAlive: true });
  const sockets = new Map<string, number>();
  const open = new Set<Duplex>();
  /** All of them, the one whose turn it is first. */
  const inTurn = () => {
    const first = turn++ % Math.max(1, ports.length);
    return [...ports.slice(first), ...ports.slice(0, first)];
  };

  const server = createServer((incoming, outgoing) => {
    void bodyOf(incoming).then((body) => pass(incoming, body, outgoing, inTurn(), agent));
  });
  server.on('upgrade', (incoming, socket, head) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    passSocket(incoming, socket, head, inTurn(), (port) => {
      const id = CONVERSATION.exec(incoming.url ?? '')?.[1];
      if (id !== undefined) sockets.set(id, port);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === 'object' && address ? address.port : 0}`,
    use: (now) => {
      ports = now;
    },
    socketOf: (conversationId) => sockets.get(conversationId),
    async [Symbol.asyncDispose]() {
      agent.destroy();
      for (const socket of open) socket.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part);
  return Buffer.concat(parts);
}

function pass(
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
  [port, ...others]: readonly number[],
  agent: Agent,
): void {
  if (port === undefined) {
    refuse(outgoing);
    return;
  }
  const { method, url, headers } = incoming;
  const on = request({ host: '127.0.0.1', port, method, path: url, headers, agent }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(outgoing);
    reply.once('error', () => outgoing.destroy());
  });
  on.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ECONNREFUSED') pass(incoming, body, outgoing, others, agent);
    else refuse(outgoing);
  });
  on.end(body);
}

function refuse(outgoing: ServerResponse): void {
  if (outgoing.headersSent || outgoing.destroyed) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(502);
  outgoing.end();
}

function passSocket(
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  [port, ...others]: readonly number[],
  told: (port: number) => void,
): void {
  if (port === undefined) {
    socket.destroy();
    return;
  }
  const on = connect(port, '127.0.0.1');
  let stands = false;
  on.once('connect', () => {
    stands = true;
    told(port);
    on.write(headOf(incoming));
    if (head.length > 0) on.write(head);
    on.pipe(socket).pipe(on);
  });
  on.once('error', () => {
    if (stands) socket.destroy();
    else passSocket(incoming, socket, head, others, told);
  });
  on.once('close', () => stands && socket.destroy());
  socket.once('close', () => on.destroy());
}

function headOf({ method, url, rawHeaders }: IncomingMessage): string {
  const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
  return `${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}
