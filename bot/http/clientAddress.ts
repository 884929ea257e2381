import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Says where a request comes from: an IP address, as text; empty once its socket is gone. */
export type ClientAddress = (request: IncomingMessage) => string;

/** `192.0.2.1:4711` and `[2001:db8::1]:4711`, as some proxies write it. */
const WITH_PORT = /^(?:\[([^\]]+)\]|([\d.]+)):\d{1,5}$/;
const RANGE = /^([^/]+)(?:\/(\d{1,3}))?$/;

/** Whether a text is an IP address, or a range of them as in `10.0.0.0/8`. */
export function isAddressRange(text: string): boolean {
  const [, address = '', bits] = RANGE.exec(text) ?? [];
  const family = isIP(address);
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128));
}

/**
 * The address of the socket, unless that is one of our proxies: then the last address in `X-Forwarded-For` that is none of
 * them. What stands before that was written by somebody outside, and is not believed.
 *
 * @param proxies addresses and ranges: see `isAddressRange`
 * @param tellUnknown told once, when a proxy comes that is not among them: its address
 */
export function createClientAddress(
  proxies: readonly string[],
  tellUnknown: (address: string) => void = () => undefined,
): ClientAddress {
  const trusted = blockListOf(proxies);
  let isTold = false;

  return ({ socket, headers }) => {
    let address = plain(socket.remoteAddress ?? '');
    const forwarded = headers['x-forwarded-for'];
    if (forwarded !== undefined && !isTold && !isIn(trusted, address)) {
      isTold = true;
      tellUnknown(address);
    }

    const hops = String(forwarded ?? '').split(',');
    while (isIn(trusted, address)) {
      const before = plain(hops.pop()?.trim() ?? '');
      if (isIP(before) === 0) return address;
      address = before;
    }
    return address;
  };
}

function blockListOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [, address = '', bits] = RANGE.exec(range) ?? [];
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  return isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** Without a port, and an IPv4 address as one where the socket speaks IPv6. */
function plain(text: string): string {
  const [, six, four] = WITH_PORT.exec(text) ?? [];
  const address = six ?? four ?? text;
  return address.startsWith('::ffff:') && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}
