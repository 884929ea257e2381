import { element, escaped } from '../../dialogs/rehearse/curve/markup.ts';
import { createTexts } from '../../dialogs/texts.ts';
import { createRateLimit } from '../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import type { Identity } from '../identity/identity.ts';
import { type Framed, localeOf, notice, page } from '../mine/frame.ts';
import type { Storage } from '../ports.ts';
import { placeOf } from './placeOf.ts';
import type { Usage } from './reviewPorts.ts';
import type { SharingOptions } from './sharingVisit.ts';

const VISITS_PER_MINUTE = 60;
const LANGUAGE = { nl: 'nl-NL', en: 'en-GB' } as const;

/** How much a board practises, month by month, for who runs the installation: no names, no scores, no small groups. */
export function boardPage(options: {
  readonly storage: Pick<Storage, 'usage'>;
  readonly identity: Pick<Identity, 'teacherOf'>;
  readonly content: SharingOptions['content'];
  readonly files: Framed['files'];
}): Route {
  const { identity, storage, content, files } = options;
  const texts = createTexts(content.messages);
  const visits = createRateLimit(VISITS_PER_MINUTE, 60);
  return {
    method: 'GET',
    path: '/board',
    async handle(request) {
      const person = await identity.teacherOf(request.headers);
      await visits.take(person?.userId ?? request.ip);
      const locale = localeOf(request);
      const framed = { locale, t: texts(locale), files, ...(person ? placeOf(person) : {}) };
      if (!person?.roles.has('admin')) return notice(framed, request, { status: 404, key: 'gone' });
      return usagePage(framed, request, await storage.usage.perMonth(person.tenant));
    },
  };
}

function usagePage(framed: Framed, request: HttpRequest, months: readonly Usage[]): HttpReply {
  const { t, locale } = framed;
  const title = t('coach.board.title');
  const inMonth = new Intl.DateTimeFormat(LANGUAGE[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const figure = (count: number | null) =>
    element('td', {}, escaped(count === null ? t('coach.board.few') : String(count)));
  const head = ['month', 'teachers', 'rehearsals'].map((name) =>
    element('th', { scope: 'col' }, escaped(t(`coach.board.${name}`))),
  );
  return page(framed, request, {
    title,
    main: [
      element('h1', {}, escaped(title)),
      element('p', { class: 'about' }, escaped(t('coach.board.about'))),
      months.length === 0
        ? element('p', {}, escaped(t('coach.board.none')))
        : element(
            'div',
            { class: 'table', tabindex: 0, role: 'group', 'aria-label': title },
            element(
              'table',
              {},
              element('thead', {}, element('tr', {}, ...head)),
              element(
                'tbody',
                {},
                ...months.map(({ month, teachers, rehearsals }) =>
                  element(
                    'tr',
                    {},
                    element('th', { scope: 'row' }, escaped(inMonth.format(new Date(`${month}-01`)))),
                    figure(teachers),
                    figure(rehearsals),
                  ),
                ),
              ),
            ),
          ),
    ],
  });
}
