/** A browser without a screen: it keeps cookies for each host, as browsers do for ports together. */
export interface HeadlessBrowser {
  /** One request; redirects are not followed. */
  fetch(address: string | URL, init?: RequestInit): Promise<Response>;
  /** Opens a page as a person does: redirects are followed. `url` of the reply is where it ends. */
  open(address: string | URL): Promise<Response>;
  /** Sends a form of this page. */
  send(page: string | URL, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** The Cookie header for this host. */
  cookieFor(host: string): string;
}

export function headlessBrowser(): HeadlessBrowser {
  const jars = new Map<string, Map<string, string>>();
  const jarOf = (host: string) => {
    const jar = jars.get(host) ?? new Map<string, string>();
    jars.set(host, jar);
    return jar;
  };
  const cookieFor = (host: string) => [...jarOf(host)].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (host: string, reply: Response) => {
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/iu.test(line)) jarOf(host).delete(name);
      else jarOf(host).set(name, value);
    }
  };
  const once = async (address: string | URL, init: RequestInit = {}) => {
    const { hostname } = new URL(address);
    const headers = { cookie: cookieFor(hostname), ...(init.headers as Record<string, string>) };
    const reply = await fetch(address, { ...init, headers, redirect: 'manual' });
    keep(hostname, reply);
    return reply;
  };
  const follow = async (address: string | URL, init?: RequestInit): Promise<Response> => {
    let reply = await once(address, init);
    for (let step = 0; step < 10; step += 1) {
      const to = reply.headers.get('location');
      if (to === null) break;
      reply = await once(new URL(to, reply.url));
    }
    return reply;
  };

  return {
    fetch: once,
    open: follow,
    cookieFor,
    send: (page, fields) =>
      follow(page, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}
