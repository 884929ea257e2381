import type { Locale } from '../content/schema/locale.ts';
import type { MessageTree } from '../content/schema/messages.ts';
import type { HttpReply, HttpRequest, Route } from './http/route.ts';
import { fileReply } from './webPages/fileReply.ts';
import { type PageFiles, pageFiles } from './webPages/pageFiles.ts';
import { chosenLocale } from './webPages/pageLocale.ts';
import { pageTexts } from './webPages/pageTexts.ts';
import { shellReply } from './webPages/shell.ts';

/** What the pages show and say. */
export interface WebPagesOptions {
  /** All texts of `content/messages`; the page's own are under `page`. */
  readonly messages: Readonly<Record<Locale, MessageTree>>;
  /** Days that texts are kept; the page says so. */
  readonly retentionDays: number;
  /** Of this page and others; read anew when left out. */
  readonly files?: PageFiles;
  /** Where people have accounts: what answers somebody who has to sign in first; null for somebody who may come in. */
  readonly signIn?: (request: HttpRequest) => Promise<HttpReply | null>;
}

/**
 * The addresses of the chat page: `/`, and one for each file that it needs, with a hash of its content in the path.
 * Nothing else is served: a file that is not on the list has no address.
 *
 * Throws when a file or a text is missing, so that a broken page is found at start-up.
 */
export function webPages({ messages, retentionDays, files = pageFiles(), signIn }: WebPagesOptions): readonly Route[] {
  const texts = pageTexts(messages, retentionDays);

  const shell: Route = {
    method: 'GET',
    path: '/',
    async handle(request) {
      const first = await signIn?.(request);
      if (first) return first;
      const { host } = request.headers;
      return shellReply({ locale: chosenLocale(request), texts, files, host, isSignedIn: signIn !== undefined });
    },
  };
  const assets = files.all.map(
    (file): Route => ({
      method: 'GET',
      path: file.path,
      handle: (request: HttpRequest) => fileReply(file, request.headers),
    }),
  );
  return [shell, ...assets];
}
