import type { IncomingMessage } from 'node:http';
import type { Site } from './site.ts';

/** Header lines in one request; Node is told to stop counting just above it. */
export const MAX_HEADERS = 100;
const MAX_URL = 2048;

/** Ways to write a path so that two readers see two paths; none of ours needs them. */
const AMBIGUOUS_PATH = /[\\\0]|%(?:00|2e|2f|5c)|\/\.|\/\//i;

/** The status to refuse a request with before anything parses it, or undefined to go on. */
export function refusalStatus(request: IncomingMessage, site: Site): number | undefined {
  const { rawHeaders, headers, url = '' } = request;
  if (rawHeaders.length / 2 > MAX_HEADERS) return 431;
  if (url.length > MAX_URL) return 414;
  if (!url.startsWith('/') || count(rawHeaders, 'host') !== 1 || !site.isHost(headers.host)) return 400;
  if (AMBIGUOUS_PATH.test(url.split('?', 1)[0] ?? '')) return 404;
  if (!isAbsentOr('identity', headers['content-encoding'])) return 415;
  if (!isAbsentOr('chunked', headers['transfer-encoding'])) return 415;
  return undefined;
}

function count(rawHeaders: readonly string[], name: string): number {
  return rawHeaders.filter((header, index) => index % 2 === 0 && header.toLowerCase() === name).length;
}

function isAbsentOr(only: string, value: string | undefined): boolean {
  return value === undefined || value.trim().toLowerCase() === only;
}
