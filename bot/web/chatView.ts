import type { Activity } from './activity.ts';
import { attachmentLook } from './attachmentLook.ts';
import { draftMiddleware, keptDraft } from './draft.ts';
import type { Heading } from './heading.ts';
import { inTranscript } from './inTranscript.ts';
import { avatarLook, groupLook, messageLook, statusLook } from './messageLook.ts';
import { type Feed, observe, replayingFeed } from './observable.ts';
import { safeMarkdown } from './safeMarkdown.ts';
import { styleOptions } from './styleOptions.ts';
import { type OnUnsent, unsentMiddleware } from './unsentMiddleware.ts';
import type { ChatAdapter, ChatLanguage, Store, WebChat } from './webChat.ts';

/** Microsoft's Web Chat on this page. */
export interface ChatView {
  add(activity: Activity): void;
  /** An empty transcript; what stands in the send box stays there. */
  clear(): void;
  /** Says it as if the teacher had typed it. */
  say(words: string): void;
  /** Empties the send box if exactly these words stand in it. */
  forgetDraft(words: string): void;
  /** From now on the send box can send. */
  connected(): void;
  setLanguage(language: ChatLanguage): void;
  focus(): void;
}

export interface ChatViewOptions {
  readonly element: HTMLElement;
  readonly nonce: string;
  readonly language: ChatLanguage;
  readonly headingOf: (activity: Activity) => Heading;
  readonly send: (activity: Activity) => Promise<string>;
  readonly onUnsent: OnUnsent;
}

/** One transcript: Web Chat cannot empty one, it can only get another. */
interface Transcript {
  readonly feed: Feed<Activity>;
  readonly store: Store;
  readonly directLine: ChatAdapter;
  /** Activities added so far. */
  order: number;
}

const CONNECTING = 1;
const ONLINE = 2;

/** Shows Web Chat. It never hears of a lost line: the page deals with that, so that the teacher can go on writing. */
export function showChat(webChat: WebChat, options: ChatViewOptions): ChatView {
  const { element, nonce, headingOf, send, onUnsent } = options;
  const renderMarkdown = safeMarkdown(webChat.renderMarkdown);
  const looks = {
    activityMiddleware: messageLook(headingOf),
    activityStatusMiddleware: statusLook,
    attachmentMiddleware: attachmentLook,
    avatarMiddleware: avatarLook,
    groupActivitiesMiddleware: groupLook,
    renderMarkdown,
    styleOptions: styleOptions(),
  };
  const status = replayingFeed<number>(1);
  status.next(CONNECTING);
  let language = options.language;
  let transcript = newTranscript(keptDraft());

  function newTranscript(draft: string): Transcript {
    const feed = replayingFeed<Activity>();
    const unsent = unsentMiddleware((...what) => transcript.store === store && onUnsent(...what));
    const store = webChat.createStore({}, unsent, draftMiddleware);
    store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: draft } });
    const directLine = {
      activity$: feed,
      connectionStatus$: status,
      postActivity: (activity: Activity) => observe(send(activity)),
      end: () => {},
    };
    return { feed, store, directLine, order: 0 };
  }

  function render(): void {
    const { store, directLine } = transcript;
    const { locale, strings } = language;
    const overrideLocalizedStrings = (texts: object) => ({ ...texts, ...strings });
    webChat.renderWebChat({ ...looks, store, directLine, nonce, locale, overrideLocalizedStrings }, element);
  }

  render();
  return {
    add(activity) {
      transcript.order += 1;
      transcript.feed.next(inTranscript(activity, transcript.order, { headingOf, renderMarkdown }));
    },
    clear() {
      transcript = newTranscript(transcript.store.getState().sendBoxValue);
      render();
    },
    say: (text) => transcript.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } }),
    forgetDraft(words) {
      const { store } = transcript;
      if (store.getState().sendBoxValue.trim() !== words.trim()) return;
      store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: '' } });
    },
    connected: () => status.next(ONLINE),
    setLanguage(changed) {
      language = changed;
      render();
    },
    focus: () => element.querySelector<HTMLElement>('textarea, input[type="text"]')?.focus(),
  };
}
