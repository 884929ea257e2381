import type { CoachServer, Person } from './coachServer.ts';

/** One person's browser without a screen. */
export interface Browsing {
  get(path: string): Promise<Response>;
  /** The words of a page. */
  read(path: string): Promise<string>;
  /** Fills in and sends the form of this page that goes to `action`, as a browser would. */
  submit(page: string, action: string, fields?: Readonly<Record<string, string>>): Promise<Response>;
  /** The hidden field that the forms of this page hold. */
  token(page: string): Promise<string>;
  /** Sends fields to an address, with or without the hidden field of a page. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
}

/** The browser of this person. */
export function browserOf({ url }: CoachServer, { cookie }: Person): Browsing {
  const headers = { cookie: `${cookie}; lang=nl` };
  const get: Browsing['get'] = (path) => fetch(`${url}${path}`, { headers, redirect: 'manual' });
  const post: Browsing['post'] = (path, fields, more = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, origin: url, 'sec-fetch-site': 'same-origin', ...more },
      body: new URLSearchParams(fields),
    });
  const token = async (page: string) => {
    const html = await (await get(page)).text();
    return /name="form" value="([^"]+)"/u.exec(html)?.[1] ?? '';
  };
  return {
    get,
    post,
    read: async (path) => wordsOf(await (await get(path)).text()),
    token,
    submit: async (page, action, fields = {}) => post(action, { form: await token(page), ...fields }),
  };
}

/** The words of some markup. */
export function wordsOf(html: string): string {
  return html
    .replace(/<[^>]+>/gu, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ');
}

/** Shares a rehearsal as its teacher does, and says where the coach finds it. */
export async function share(
  server: CoachServer,
  teacher: Person,
  rehearsalId: string,
  coaches: readonly Person[],
  fields: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const page = `/mine/rehearsals/${rehearsalId}`;
  const [first, second] = coaches;
  await browserOf(server, teacher).submit(`${page}/share`, `${page}/share`, {
    coach: first?.userId ?? '',
    second: second?.userId ?? '',
    ...fields,
  });
  const given = await server.storage.shares.ofRehearsal(teacher.tenant, teacher.userId, rehearsalId);
  return coaches.map(({ userId }) => {
    const found = given.find((one) => one.share.coachId === userId && one.share.withdrawnAt === null);
    return `/coach/shares/${found?.share.id ?? 'none'}`;
  });
}
