import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createRateLimit } from '../../http/rateLimit.ts';
import type { Site } from '../../http/site.ts';
import type { Upgrade, UpgradeHandler } from '../../http/upgrade.ts';
import { ActivityStream, POLICY, type StreamOptions } from './activityStream.ts';
import type { DirectLineLimits } from './limits.ts';
import { SocketCaps } from './socketCaps.ts';
import type { StreamTicket, StreamTickets } from './streamTickets.ts';

const PATH = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
const GOING_AWAY = 1001;
/** The database gives no answer. */
const NOT_NOW = 503;

/** `GET /v3/directline/conversations/:conversationId/stream?t=<ticket>` as a WebSocket. */
export function streamUpgrade(
  options: StreamOptions & { readonly site: Site; readonly tickets: StreamTickets },
): UpgradeHandler & { close(): void; signOut(signIn: string): void } {
  const { limits } = options;
  const refused = createRateLimit(limits.refusedUpgradesPerMinute, 60);
  const caps = new SocketCaps(limits.socketsPerUser, limits.socketsPerAddress);
  const streams = new Map<WebSocket, { readonly stream: ActivityStream; readonly signIn: string | null }>();
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false, ...frameBounds(limits) });
  const refusals = new WeakMap<Duplex, Upgrade['refuse']>();
  sockets.on('wsClientError', (_error, socket) => refusals.get(socket)?.(400));

  const open = ({ request, socket, head, address, refuse }: Upgrade, ticket: StreamTicket) => {
    if (!caps.enter(ticket.session.userId, address)) return refuse(429);
    socket.once('close', () => caps.leave(ticket.session.userId, address));

    refusals.set(socket, refuse);
    sockets.handleUpgrade(request, socket, head, (client) => {
      const stream = new ActivityStream(client, ticket, options);
      streams.set(client, { stream, signIn: ticket.session.signIn });
      client.once('close', () => streams.delete(client));
      stream.start();
    });
  };

  return {
    matches: (path) => PATH.test(path),
    async handle(upgrade) {
      const checked = await check(upgrade.request, options.site, options.tickets).catch(() => NOT_NOW);
      if (upgrade.socket.destroyed) return;
      if (typeof checked !== 'number') return open(upgrade, checked);
      if (checked === NOT_NOW) return upgrade.refuse(checked);

      refused.take(upgrade.address).then(
        () => upgrade.refuse(checked),
        () => upgrade.refuse(429),
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
async function check(
  { headers, url = '' }: IncomingMessage,
  site: Site,
  tickets: StreamTickets,
): Promise<StreamTicket | number> {
  if (!site.isOrigin(headers.origin, headers.host)) return 403;

  const [path = '', query = ''] = url.split('?', 2);
  const ticket = await tickets.use(new URLSearchParams(query).get('t') ?? '');
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
