/** As much of a browser's XMLHttpRequest as botframework-directlinejs uses, over fetch. */
export class XmlHttpRequest {
  readyState = 0;
  status = 0;
  responseType = '';
  response: unknown = null;
  timeout = 0;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  onerror: (() => void) | null = null;
  #method = 'GET';
  #url = '';
  #sent: Record<string, string> = {};
  #received = new Headers();
  readonly #abort = new AbortController();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#sent[name] = value;
  }

  getResponseHeader(name: string): string | null {
    return this.#received.get(name);
  }

  send(body?: string): void {
    void this.#fetch(body);
  }

  abort(): void {
    this.#abort.abort();
  }

  async #fetch(body: string | undefined): Promise<void> {
    try {
      const reply = await fetch(this.#url, {
        method: this.#method,
        headers: this.#sent,
        body: body ?? null,
        signal: this.#abort.signal,
      });
      const text = await reply.text();
      this.status = reply.status;
      this.#received = reply.headers;
      this.response = this.responseType === 'json' && text ? JSON.parse(text) : text;
    } catch {
      this.status = 0;
    }
    if (this.#abort.signal.aborted) return;
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}
