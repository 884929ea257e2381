import { type ActivitySet, openStream, type Place, readActivities, type Ticket } from './directLineApi.ts';
import { pause } from './retryPause.ts';

/** A stream of what happens in the conversation, while it lasts. */
export interface ActivityStream {
  /** Resolves when the stream has ended, for whatever reason. */
  readonly ended: Promise<void>;
  end(): void;
}

const SOCKET_OPENS_WITHIN = 8_000;
const SIGN_OF_LIFE_EVERY = 25_000;
const POLL_EVERY = 2_500;

/** Rejects when the socket does not open: with `DirectLineProblem` from the server, or `SocketBlocked`. */
export async function socketStream(
  ticket: Ticket,
  place: Place,
  receive: (set: ActivitySet) => void,
): Promise<ActivityStream> {
  const socket = new WebSocket(await openStream(ticket, place));
  const opened = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const late = setTimeout(() => socket.close(), SOCKET_OPENS_WITHIN);
  const signs = setInterval(() => socket.readyState === WebSocket.OPEN && socket.send(''), SIGN_OF_LIFE_EVERY);

  socket.onopen = () => {
    clearTimeout(late);
    opened.resolve();
  };
  socket.onmessage = ({ data }) => {
    if (data) receive(JSON.parse(data));
  };
  socket.onclose = () => {
    clearTimeout(late);
    clearInterval(signs);
    opened.reject(new SocketBlocked());
    ended.resolve();
  };
  await opened.promise;
  return { ended: ended.promise, end: () => socket.close() };
}

/** The network between this browser and the server lets no socket through, or the server went away just now. */
export class SocketBlocked extends Error {
  override readonly name = 'SocketBlocked';
}

/** Asks again and again; ends at the first request that fails. */
export async function pollingStream(
  ticket: () => Promise<Ticket>,
  watermark: () => string,
  receive: (set: ActivitySet) => void,
): Promise<ActivityStream> {
  let going = true;
  const once = async () => receive(await readActivities(await ticket(), watermark()));
  const loop = async () => {
    while (going) {
      await pause(POLL_EVERY).over;
      if (going) await once();
    }
  };
  await once();
  return {
    ended: loop().catch(() => {}),
    end: () => {
      going = false;
    },
  };
}
