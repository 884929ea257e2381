import { element, escaped } from '../../dialogs/rehearse/curve/markup.ts';
import type { HttpReply } from '../http/route.ts';
import type { RehearsalRow } from '../ports.ts';
import { MINE, page } from './frame.ts';
import { momentInWords } from './moments.ts';
import { summaryOf } from './rehearsalList.ts';
import type { Visit } from './visit.ts';

/** Asks once whether this rehearsal may go. */
export function eraseOnePage(visit: Visit, row: RehearsalRow): HttpReply {
  const { t, locale } = visit;
  const title = summaryOf(row)?.title[locale] ?? row.scenarioId;
  const back = `${MINE}/rehearsals/${row.id}`;
  return sure(visit, {
    title: t('mine.erase.oneSure'),
    text: t('mine.erase.oneText', { title, day: momentInWords(row.startedAt, locale) }),
    action: `${back}/erase`,
    back,
  });
}

/** Asks once whether everything may go. */
export function eraseAllPage(visit: Visit): HttpReply {
  const { t } = visit;
  return sure(visit, {
    title: t('mine.erase.allSure'),
    text: t('mine.erase.allText'),
    action: `${MINE}/erase`,
    back: MINE,
  });
}

function sure(
  visit: Visit,
  {
    title,
    text,
    action,
    back,
  }: { readonly title: string; readonly text: string; readonly action: string; readonly back: string },
): HttpReply {
  const { t, request } = visit;
  return page(visit, request, {
    title,
    main: [
      element('h1', {}, escaped(title)),
      element('p', {}, escaped(text)),
      element(
        'form',
        { method: 'post', action, class: 'do', 'data-busy': t('mine.erase.busy') },
        element('button', { type: 'submit', class: 'danger' }, escaped(t('mine.erase.yes'))),
        element('a', { href: back, class: 'button button--quiet' }, escaped(t('mine.erase.no'))),
      ),
    ],
  });
}
