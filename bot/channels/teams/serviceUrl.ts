const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1']);

/** Whether answers may be sent to a service address. */
export type ServiceCheck = (url: unknown) => boolean;

/**
 * Only https, only hosts on the list by their exact name, and no second reading of the address: no account before an
 * `@`, no other way to write a host. A loopback name on the list may use http: a stand-in for Teams on this machine.
 */
export function allowedServices(hosts: readonly string[]): ServiceCheck {
  const allowed = new Set(hosts);
  return (url) => {
    if (typeof url !== 'string' || url.length > 500 || !URL.canParse(url)) return false;
    const { protocol, host, hostname, username, password, search, hash, href } = new URL(url);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK_NAMES.has(hostname));
    const isPlain = username === '' && password === '' && search === '' && hash === '';
    return isSafe && isPlain && allowed.has(host) && href.replace(/\/$/, '') === url.replace(/\/$/, '');
  };
}
