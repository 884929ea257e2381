import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { createClientAddress, isAddressRange } from '../../../bot/http/clientAddress.ts';

const PROXIES = ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'];
const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('where somebody comes from', () => {
  it.each([
    ['the socket, without proxies of ours', [], '127.0.0.1', '198.51.100.7', '127.0.0.1'],
    ['the socket, when it is none of our proxies', PROXIES, '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['what our proxy added', PROXIES, '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['what our proxy added, not what a client made up', PROXIES, '10.0.0.2', '127.0.0.1, 198.51.100.7', '198.51.100.7'],
    ['past several proxies of ours', PROXIES, '127.0.0.1', '198.51.100.7, 10.1.2.3, 10.9.9.9', '198.51.100.7'],
    ['the last proxy, when it says nothing', PROXIES, '127.0.0.1', undefined, '127.0.0.1'],
    ['the last good address, before nonsense', PROXIES, '127.0.0.1', 'unknown, 10.0.0.2', '10.0.0.2'],
    ['an IPv4 address on a socket of IPv6', PROXIES, '::ffff:127.0.0.1', '::ffff:198.51.100.7', '198.51.100.7'],
    ['an address with its port', PROXIES, '127.0.0.1', '198.51.100.7:4711', '198.51.100.7'],
    ['an IPv6 address with its port', PROXIES, 'fd00::1', '[2001:db8::7]:4711', '2001:db8::7'],
    ['nowhere, once the socket is gone', PROXIES, undefined, '198.51.100.7', ''],
  ])('is %s', (_, proxies, socket, forwarded, expected) => {
    expect(createClientAddress(proxies)(from(socket, forwarded))).toBe(expected);
  });

  it('is kept out of a range by one bit', () => {
    const addressOf = createClientAddress(['192.0.2.0/25']);

    expect(addressOf(from('192.0.2.127', '198.51.100.7'))).toBe('198.51.100.7');
    expect(addressOf(from('192.0.2.128', '198.51.100.7'))).toBe('192.0.2.128');
  });
});

describe('a proxy that nobody named', () => {
  it('is told of once, and not believed', () => {
    const told: string[] = [];
    const addressOf = createClientAddress(['10.0.0.0/8'], (address) => told.push(address));

    const addresses = ['198.51.100.7', '198.51.100.8'].map((forwarded) => addressOf(from('172.18.0.1', forwarded)));

    expect(addresses).toEqual(['172.18.0.1', '172.18.0.1']);
    expect(told).toEqual(['172.18.0.1']);
  });

  it('is not what named proxies and people without one are', () => {
    const told: string[] = [];
    const addressOf = createClientAddress(['10.0.0.0/8'], (address) => told.push(address));

    addressOf(from('10.0.0.2', '198.51.100.7'));
    addressOf(from('203.0.113.9'));

    expect(told).toEqual([]);
  });
});

describe('an address or a range', () => {
  it.each(['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', '0.0.0.0/0'])('can be %s', (text) => {
    expect(isAddressRange(text)).toBe(true);
  });

  it.each(['', 'proxy', '10.0.0.0/33', '::1/129', '10.0.0/8', '10.0.0.0/', '10.0.0.0/8/8'])('is not %j', (text) => {
    expect(isAddressRange(text)).toBe(false);
  });
});
