import type { Locale } from '../../content/schema/locale.ts';
import type { Keepsake } from '../../dialogs/keepsakes/keepsake.ts';
import type { Content } from '../../dialogs/ports.ts';
import { createTexts } from '../../dialogs/texts.ts';
import { createRateLimit } from '../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import type { JsonObject, KeepsakeStore } from '../ports.ts';
import { chosenLocale } from '../webPages/pageLocale.ts';
import { FILE_NAMES, KEEP_PATH, keepsakeLinks } from './keepsakeLinks.ts';
import { gonePage, PAGE_POLICY, printPage } from './printPage.ts';

/** Wrong links from one address in a minute; after that 429. */
const GUESSES_PER_MINUTE = 30;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PRIVATE = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

/** What the pages of keepsakes need. */
export interface KeepsakePagesOptions {
  readonly keepsakes: KeepsakeStore;
  /** Organisations whose keepsakes are shown; the random id says which one it is of. */
  readonly tenants: readonly string[];
  readonly messages: Content['messages'];
  readonly retentionDays: number;
}

/**
 * The addresses of keepsakes: the page to print, the file for Word and the one for a calendar. The random id in the
 * link is the key; whoever has the link may read. Nothing is cached, and the page runs no script.
 */
export function keepsakePages({ keepsakes, tenants, messages, retentionDays }: KeepsakePagesOptions): readonly Route[] {
  const texts = createTexts(messages);
  const guesses = createRateLimit(GUESSES_PER_MINUTE, 60);

  type Show = (keepsake: Keepsake, id: string) => Promise<HttpReply | null> | HttpReply | null;
  const route = (path: string, show: Show): Route => ({
    method: 'GET',
    path: `${KEEP_PATH}/:id${path}`,
    async handle(request) {
      const id = request.params['id'] ?? '';
      const found = UUID.test(id) ? await findIn(keepsakes, tenants, id) : null;
      const shown = found && (await show(found as unknown as Keepsake, id));
      if (shown) return shown;

      await guesses.take(request.ip);
      return gone(request);
    },
  });
  const gone = (request: HttpRequest): HttpReply => {
    const locale = chosenLocale(request);
    return html(404, locale, gonePage(locale, texts(locale)));
  };

  return [
    route('', (keepsake, id) => {
      const { locale } = keepsake;
      const links = keepsakeLinks('', id, keepsake);
      return html(200, locale, printPage(keepsake, { links, retentionDays, t: texts(locale) }));
    }),
    route(`/${FILE_NAMES.word}`, async (keepsake) => {
      const { wordFile } = await import('./wordFile.ts');
      const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      return file(keepsake, 'docx', type, await wordFile(keepsake, texts(keepsake.locale)));
    }),
    route(`/${FILE_NAMES.calendar}`, async (keepsake, id) => {
      if (!keepsake.events?.length) return null;
      const { calendarFile } = await import('./calendarFile.ts');
      const type = 'text/calendar; charset=utf-8; method=PUBLISH';
      return file(keepsake, 'ics', type, calendarFile(keepsake, id, texts(keepsake.locale)));
    }),
  ];
}

function html(status: number, locale: Locale, body: string): HttpReply {
  return {
    status,
    headers: {
      ...PRIVATE,
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'content-security-policy': PAGE_POLICY,
      'referrer-policy': 'no-referrer',
    },
    body,
  };
}

function file({ tool }: Keepsake, ending: string, type: string, body: string | Uint8Array): HttpReply {
  const name = `op-een-lijn-${tool.replace(/[^a-z0-9-]/gu, '')}.${ending}`;
  return {
    status: 200,
    headers: { ...PRIVATE, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    body,
  };
}

async function findIn(keepsakes: KeepsakeStore, tenants: readonly string[], id: string): Promise<JsonObject | null> {
  for (const tenant of tenants) {
    const found = await keepsakes.read(tenant, id);
    if (found) return found;
  }
  return null;
}
