import type { Locale } from '../content/schema/locale.ts';
import type { MessageTree } from '../content/schema/messages.ts';
import type { HttpRequest, Route } from './http/route.ts';
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
}

/**
 * The addresses of the chat page: `/`, and one for each file that it needs, with a hash of its content in the path.
 * Nothing else is served: a file that is not on the list has no address.
 *
 * Throws when a file or a text is missing, so that a broken page is found at start-up.
 */
export function webPages({ messages, retentionDays, files = pageFiles() }: WebPagesOptions): readonly Route[] {
  const texts = pageTexts(messages, retentionDays);

  const shell: Route = {
    method: 'GET',
    path: '/',
    handle: (request) => shellReply({ locale: chosenLocale(request), texts, files, host: request.headers['host'] }),
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
