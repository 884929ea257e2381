import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

const YEAR = 365 * 24 * 60 * 60;

/**
 * Header defaults for every reply, refusals too: nothing may load, frame or keep it. A page that needs more says so
 * in its own `content-security-policy` and `cache-control`.
 */
export function securityHeaders(secure: boolean): (request: IncomingMessage, response: ServerResponse) => void {
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
    strictTransportSecurity: secure ? { maxAge: YEAR, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });

  return (request, response) => {
    response.setHeader('cache-control', 'no-store');
    protect(request, response, () => undefined);
  };
}
