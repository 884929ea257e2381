import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createRateLimit } from '../../http/rateLimit.ts';
import type { Site } from '../../http/site.ts';
import { refuseUpgrade, type UpgradeHandler } from '../../http/upgrade.ts';
import { ActivityStream, POLICY, type StreamOptions } from './activityStream.ts';
import type { DirectLineLimits } from './limits.ts';
import { SocketCaps } from './socketCaps.ts';
import type { StreamTicket, StreamTickets } from './streamTickets.ts';

const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
const GOING_AWAY = 1001;

/** `GET /v3/directline/conversations/:conversationId/stream?t=<ticket>` as a WebSocket. */
export function streamUpgrade(
  options: StreamOptions & { readonly site: Site; readonly tickets: StreamTickets },
): UpgradeHandler & { close(): void; signOut(signIn: string): void } {
  const { limits } = options;
  const refused = createRateLimit(limits.refusedUpgradesPerMinute, 60);
  const caps = new SocketCaps(limits.socketsPerUser, limits.socketsPerAddress);
  const streams = new Map<WebSocket, { readonly stream: ActivityStream; readonly signIn: string | null }>();
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false, ...frameBounds(limits) });

  const open = (request: IncomingMessage, socket: Duplex, head: Buffer, ticket: StreamTicket) => {
    const address = request.socket.remoteAddress ?? '';
    if (!caps.enter(ticket.session.userId, address)) return refuseUpgrade(socket, 429);
    socket.once('close', () => caps.leave(ticket.session.userId, address));

    sockets.handleUpgrade(request, socket, head, (client) => {
      const stream = new ActivityStream(client, ticket, options);
      streams.set(client, { stream, signIn: ticket.session.signIn });
      client.once('close', () => streams.delete(client));
      stream.start();
    });
  };

  return {
    matches: (path) => PATH.test(path),
    handle(request, socket, head) {
      const checked = check(request, options.site, options.tickets);
      if (typeof checked !== 'number') return open(request, socket, head, checked);

      refused.take(request.socket.remoteAddress ?? '').then(
        () => refuseUpgrade(socket, checked),
        () => refuseUpgrade(socket, 429),
      );
    },
    close() {
      for (const { stream } of streams.values()) stream.end(GOING_AWAY);
    },
    signOut(gone) {
      for (const { stream, signIn } of streams.values()) if (signIn === gone) stream.end(POLICY);
    },
  };
}

/** The ticket, or the status to refuse with. A wrong origin does not use the ticket up. */
function check({ headers, url = '' }: IncomingMessage, site: Site, tickets: StreamTickets): StreamTicket | number {
  if (!site.isOrigin(headers.origin, headers.host)) return 403;

  const [path = '', query = ''] = url.split('?', 2);
  const ticket = tickets.use(new URLSearchParams(query).get('t') ?? '');
  if (!ticket) return 401;
  return PATH.exec(path)?.[1] === ticket.session.conversationId ? ticket : 403;
}

function frameBounds(limits: DirectLineLimits) {
  return {
    perMessageDeflate: false,
    maxPayload: 64 * 1024,
    maxFragments: 128,
    maxBufferedChunks: 1024,
    // Just above our own count, which closes with a reason.
    maxPendingAutoPongs: limits.framesPerTenSeconds + 1,
  };
}
