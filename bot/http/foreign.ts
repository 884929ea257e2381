import type { HttpRequest } from './route.ts';
import type { Site } from './site.ts';

/**
 * Whether another site's page made this request. Browsers say where a request comes from; scripts without either header
 * hold no cookie to abuse.
 */
export function isForeign({ headers }: HttpRequest, site: Site): boolean {
  const { origin, host } = headers;
  const fetchSite = headers['sec-fetch-site'];
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return true;
  return origin !== undefined && !site.isOrigin(origin, host);
}
