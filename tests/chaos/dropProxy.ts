import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A wire between clients and a server on this machine, that can be cut. */
export interface DropProxy {
  readonly port: number;
  /** Cuts every connection at once. */
  drop(): void;
  /** Cuts them, and every new one, for so many milliseconds. */
  part(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Passes bytes on to this port. */
export async function startDropProxy(to: number): Promise<DropProxy> {
  const open = new Set<Socket>();
  let isParted = false;
  const server = createServer((near) => {
    if (isParted) {
      near.destroy();
      return;
    }
    const far = connect(to, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();

  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    drop,
    part: async (milliseconds) => {
      isParted = true;
      drop();
      await wait(milliseconds);
      isParted = false;
    },
    close: async () => {
      drop();
      server.close();
      await once(server, 'close');
    },
  };
}
