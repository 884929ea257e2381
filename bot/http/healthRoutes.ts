import type { Metrics } from './metrics.ts';
import type { HttpRequest, Route } from './route.ts';
import { isLoopbackName } from './site.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * | path     | answers                                                          |
 * | -------- | ---------------------------------------------------------------- |
 * | /healthz | 200 while the process runs                                       |
 * | /readyz  | 200 while `check` resolves, else 503                             |
 * | /metrics | Prometheus text, on this machine only; 404 for everybody outside |
 */
export function healthRoutes({ check, metrics }: { check: () => Promise<void>; metrics: Metrics }): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: () => ({ status: 200, body: { status: 'up' } }) },
    {
      method: 'GET',
      path: '/readyz',
      handle: () =>
        check().then(
          () => ({ status: 200, body: { status: 'ready' } }),
          () => ({ status: 503, body: { status: 'storage' } }),
        ),
    },
    {
      method: 'GET',
      path: '/metrics',
      handle: async (request) =>
        isLocal(request)
          ? {
              status: 200,
              headers: { 'content-type': metrics.registry.contentType },
              body: await metrics.registry.metrics(),
            }
          : { status: 404 },
    },
  ];
}

/** A proxy on this machine speaks for somebody outside; one that does not say so passes on the name that was asked for. */
function isLocal({ ip, headers: { host, forwarded, 'x-forwarded-for': forwardedFor } }: HttpRequest): boolean {
  return LOOPBACK.has(ip) && isLoopbackName(host) && forwarded === undefined && forwardedFor === undefined;
}
