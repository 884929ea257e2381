import type { Activity } from './activity.ts';
import type { Observable } from './observable.ts';

/** The parts of Microsoft's Web Chat that this page uses. Its bundle puts them on `window`. */
export interface WebChat {
  readonly createStore: (initial: object, ...middleware: readonly StoreMiddleware[]) => Store;
  readonly renderWebChat: (props: object, element: Element) => void;
  readonly renderMarkdown: (markdown: string, style: MarkdownStyle, links: object) => string;
}

/** How Web Chat wants Markdown read. */
export interface MarkdownStyle {
  readonly markdownRespectCRLF: boolean;
  readonly markdownRenderHTML?: boolean;
}

/** How Web Chat speaks. */
export interface ChatLanguage {
  /** `nl-NL` or `en-US`. */
  readonly locale: string;
  /** The texts of Web Chat that we say in our own words. */
  readonly strings: Readonly<Record<string, string>>;
}

/** Web Chat's Redux store. */
export interface Store {
  readonly dispatch: (action: Action) => unknown;
  readonly getState: () => StoreState;
}

export interface Action {
  readonly type: string;
  readonly payload?: unknown;
  readonly meta?: { readonly clientActivityID?: string };
}

export interface StoreState {
  readonly activities: readonly Activity[];
  readonly sendBoxValue: string;
}

export type StoreMiddleware = (store: Store) => (next: (action: Action) => unknown) => (action: Action) => unknown;

/** What Web Chat takes for a Direct Line client. */
export interface ChatAdapter {
  readonly activity$: Observable<Activity>;
  /** 1 is connecting, 2 is online. */
  readonly connectionStatus$: Observable<number>;
  postActivity(activity: Activity): Observable<string>;
  end(): void;
}

/** Web Chat, once its script has run. It is large, so other work can begin before. Rejects when it cannot be had. */
export function loadedWebChat(): Promise<WebChat> {
  const { promise, resolve, reject } = Promise.withResolvers<WebChat>();
  const inWindow = () => (window as unknown as { WebChat?: WebChat }).WebChat;
  const settle = () => {
    const webChat = inWindow();
    if (webChat) resolve(webChat);
    else reject(new Error('Web Chat has not been loaded'));
  };
  const script = document.getElementById('web-chat');
  if (inWindow() || !script) settle();
  else {
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
  }
  return promise;
}
