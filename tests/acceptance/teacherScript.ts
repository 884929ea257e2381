/** A message as it comes over Direct Line, as far as these tests look. */
export interface Seen {
  readonly id: string;
  readonly text?: string;
  /** When the client sent it, as it says. */
  readonly localTimestamp?: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly channelData?: {
    readonly opEenLijn?: { readonly speaker: string; readonly kind: string; readonly turn?: number };
  };
}

/** A teacher at the other end of Direct Line who knows only the published addresses; polls for answers. */
export class TeacherScript {
  readonly url: string;
  readonly conversationId: string;
  readonly token: string;

  private constructor(url: string, conversationId: string, token: string) {
    this.url = url;
    this.conversationId = conversationId;
    this.token = token;
  }

  static async begin(url: string): Promise<TeacherScript> {
    const reply = await fetch(`${url}/api/directline/token`, { method: 'POST' });
    const { conversationId, token } = (await reply.json()) as { conversationId: string; token: string };
    const teacher = new TeacherScript(url, conversationId, token);
    await teacher.#post('conversations', {});
    return teacher;
  }

  /** The same teacher, after the server has come back on another port. */
  at(url: string): TeacherScript {
    return new TeacherScript(url, this.conversationId, this.token);
  }

  /** Sends one message; resolves with the HTTP status once it is kept or refused. */
  async send(text: string, key: string = crypto.randomUUID(), localTimestamp?: string): Promise<number> {
    const channelData = { clientActivityID: key };
    const activity = { type: 'message', from: { id: 'me' }, text, channelData, localTimestamp };
    return (await this.#post(`conversations/${this.conversationId}/activities`, activity)).status;
  }

  /** Sends one message and gives what the bot answered to it. */
  async say(text: string): Promise<readonly Seen[]> {
    const before = (await this.everything()).length;
    await this.send(text);
    return (await this.everything()).slice(before + 1);
  }

  /** The whole conversation so far. */
  async everything(): Promise<readonly Seen[]> {
    const all: Seen[] = [];
    for (let watermark = ''; ; ) {
      const query = watermark ? `?watermark=${watermark}` : '';
      const reply = await fetch(`${this.url}/v3/directline/conversations/${this.conversationId}/activities${query}`, {
        headers: { authorization: `Bearer ${this.token}` },
      });
      const page = (await reply.json()) as { activities: Seen[]; watermark: string };
      all.push(...page.activities);
      if (page.activities.length === 0 || page.watermark === watermark) return all;
      watermark = page.watermark;
    }
  }

  #post(path: string, body: object): Promise<Response> {
    return fetch(`${this.url}/v3/directline/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify(body),
    });
  }
}

/** What the parent said in these messages, aloud. */
export function parentLines(messages: readonly Seen[]): readonly string[] {
  return messages.flatMap(({ text = '', channelData }) =>
    channelData?.opEenLijn?.speaker === 'parent' && channelData.opEenLijn.kind === 'line' ? [text] : [],
  );
}

/** Everything of one kind in these messages, as one text. */
export function textOf(messages: readonly Seen[], kind: string): string {
  return messages
    .filter(({ channelData }) => channelData?.opEenLijn?.kind === kind)
    .map(({ text = '' }) => text)
    .join('\n');
}
