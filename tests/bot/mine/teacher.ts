/** A teacher's browser without a screen: it chats, looks at its own pages, and keeps its cookies. */
export interface HeadlessTeacher {
  readonly cookie: string;
  readonly userId: string;
  /** Says these, one after the other, each answered before the next. */
  say(...texts: readonly string[]): Promise<void>;
  /** Opens the chat page again; what the bot has said since the beginning. */
  comeBack(): Promise<readonly string[]>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Presses a button of a form. */
  press(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Somebody who has not been here before; the bot has greeted them. */
export async function newTeacher(url: string, locale = 'nl-NL'): Promise<HeadlessTeacher> {
  const answer = await fetch(`${url}/api/directline/token`, { method: 'POST' });
  const { token, userId, conversationId } = (await answer.json()) as Record<string, string>;
  const cookie = `${answer.headers.get('set-cookie')?.split(';')[0]}; lang=${locale.slice(0, 2)}`;
  const line = `${url}/v3/directline/conversations`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const open = () => fetch(line, { method: 'POST', headers, body: JSON.stringify({ locale }) });
  await open();
  const get: HeadlessTeacher['get'] = (path, more = {}) =>
    fetch(`${url}${path}`, { headers: { cookie, ...more }, redirect: 'manual' });

  return {
    cookie,
    userId: userId ?? '',
    get,
    async say(...texts) {
      for (const text of texts) {
        const body = JSON.stringify({ type: 'message', text, from: { id: userId }, locale });
        const posted = await fetch(`${line}/${conversationId}/activities`, { method: 'POST', headers, body });
        if (!posted.ok) throw new Error(`The bot answered ${posted.status}.`);
      }
    },
    async comeBack() {
      await open();
      const read = await fetch(`${line}/${conversationId}/activities`, { headers });
      const { activities } = (await read.json()) as { activities: { text?: string }[] };
      return activities.map(({ text }) => text ?? '');
    },
    press: (path, more = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        headers: { cookie, origin: url, 'sec-fetch-site': 'same-origin', ...more },
        redirect: 'manual',
      }),
  };
}
