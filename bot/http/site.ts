/** Under which addresses people reach this server. */
export interface Site {
  /** Whether people come over https. */
  readonly secure: boolean;
  /** Whether a Host header names us. Keeps other people's domain names from pointing at a teacher's machine. */
  isHost(host: string | undefined): boolean;
  /** Whether an Origin header is one of our own pages. */
  isOrigin(origin: string | undefined, host: string | undefined): boolean;
  /** The origin that a client, which sent this checked Host header, has for us: `https://chat.school.nl`. */
  originFor(host: string | undefined): string;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i;

/**
 * @param publicUrl where people find the chat page. On a loopback name, every loopback name and port is ours;
 *   elsewhere only this very origin is, and loopback names stay good for health checks.
 * @param otherOrigins further origins that are ours, as in `https://chat.school.nl`.
 */
export function createSite(publicUrl: string, otherOrigins: readonly string[] = []): Site {
  const { protocol, origin, hostname } = new URL(publicUrl);
  const origins = new Set([origin, ...otherOrigins]);
  const hostnames = new Set([...LOOPBACK, ...[...origins].map((own) => new URL(own).hostname)]);
  const isLocal = LOOPBACK.has(hostname);
  const seenFrom = (host: string | undefined) => `${protocol}//${host?.toLowerCase()}`;

  return {
    secure: protocol === 'https:',
    isHost: (host) => hostnames.has(hostnameOf(host)),
    isOrigin: (sent, host) =>
      sent !== undefined && (origins.has(sent) || (isLocal && isLoopbackName(host) && sent === seenFrom(host))),
    originFor: (host) => (isLocal && isLoopbackName(host) ? seenFrom(host) : origin),
  };
}

function hostnameOf(host: string | undefined): string {
  return HOST.exec(host ?? '')?.[1]?.toLowerCase() ?? '';
}

/** Whether a Host header names this machine and no other. */
export function isLoopbackName(host: string | undefined): boolean {
  return LOOPBACK.has(hostnameOf(host));
}
