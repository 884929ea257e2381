import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

const YEAR = 365 * 24 * 60 * 60;

/** Names in small letters, and values. */
export type Headers = Readonly<Record<string, string>>;

/** How a browser must come back; null where people come without https. */
export type Https = { readonly includeSubDomains: boolean } | null;

/**
 * Header defaults for every reply, refusals too: nothing may load, frame or keep it. A page that needs more says so
 * in its own `content-security-policy` and `cache-control`.
 */
export function securityHeaders(https: Https): Headers {
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: YEAR, ...https } : false,
    xFrameOptions: { action: 'deny' },
  });
  return { 'cache-control': 'no-store', ...setBy(protect) };
}

/** What helmet would set on any reply: it looks at neither request nor reply. */
function setBy(protect: ReturnType<typeof helmet>): Headers {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  protect({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}
