import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { RehearsalSummary } from '../../dialogs/rehearse/keptRehearsal.ts';
import type { RehearsalPage, RehearsalRow } from '../ports.ts';
import { chatLink, MINE } from './frame.ts';
import { momentInWords } from './moments.ts';
import { smallCurve } from './smallCurve.ts';
import type { Visit } from './visit.ts';
import { addressOf, isNarrowed, PAGE_SIZE, type Wanted } from './wanted.ts';

/** The rehearsals that were asked for, newest first, with the way to older ones; or that there are none. */
export function rehearsalList(visit: Visit, found: RehearsalPage, wanted: Wanted): readonly Markup[] {
  const { t } = visit;
  if (found.all === 0) return [empty(visit)];
  const heading = element(
    'h2',
    { id: 'list' },
    escaped(t('mine.list.heading')),
    element(
      'span',
      { class: 'count', role: 'status' },
      escaped(
        isNarrowed(wanted) ? t('mine.find.found', { found: found.found, all: found.all }) : counted(visit, found.all),
      ),
    ),
  );
  if (found.rehearsals.length === 0) return [heading, nothingFound(visit)];
  return [
    heading,
    element(
      'ol',
      { class: 'talks', role: 'list' },
      ...found.rehearsals.map((row) => element('li', {}, card(visit, row))),
    ),
    ...pages(visit, found.found, wanted),
  ];
}

/** The summary as it was kept; undefined while the talk goes on. */
export function summaryOf({ summary }: RehearsalRow): RehearsalSummary | undefined {
  return (summary ?? undefined) as RehearsalSummary | undefined;
}

function counted({ t }: Visit, count: number): string {
  return count === 1 ? t('mine.count.one') : t('mine.count.other', { count });
}

function card(visit: Visit, row: RehearsalRow): Markup {
  const { t, locale, options } = visit;
  const day = momentInWords(row.startedAt, locale);
  const summary = summaryOf(row);
  if (!summary) {
    const title = options.content.scenarios.find(({ id }) => id === row.scenarioId)?.title[locale] ?? row.scenarioId;
    return element(
      'article',
      { class: 'talk talk--going' },
      element('h3', {}, escaped(title)),
      element('p', { class: 'facts' }, escaped(`${day} · ${t('mine.list.going')}`)),
      element('p', {}, element('a', chatLink(visit), escaped(t('mine.list.goOn')))),
    );
  }
  const title = summary.title[locale];
  const address = `${MINE}/rehearsals/${row.id}`;
  return element(
    'article',
    { class: 'talk' },
    element(
      'div',
      {},
      element(
        'h3',
        {},
        element('a', { href: address, 'aria-label': t('mine.list.open', { title, day }) }, escaped(title)),
      ),
      element('p', { class: 'facts' }, escaped(factsOf(summary, day, visit))),
      element('p', {}, escaped(capital(t(`curve.ended.${summary.ended}`)))),
      element('p', { class: 'facts' }, escaped(t('mine.list.tryNext', { tip: tipName(visit, summary.tryNext) }))),
    ),
    smallCurve(summary, t),
  );
}

function factsOf({ turns, difficulty, isFollowUp }: RehearsalSummary, day: string, { t }: Visit): string {
  return [
    day,
    turns === 1 ? t('mine.list.oneTurn') : t('mine.list.turns', { turns }),
    t(`dialogs.level.${difficulty}`),
    ...(isFollowUp ? [t('mine.list.followUp')] : []),
  ].join(' · ');
}

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}

function tipName({ options, locale }: Visit, id: string): string {
  return options.content.tips.find((tip) => tip.id === id)?.name[locale] ?? id;
}

function empty(visit: Visit): Markup {
  const { t } = visit;
  return element(
    'section',
    { class: 'empty' },
    element('h2', {}, escaped(t('mine.empty.title'))),
    element('p', {}, escaped(t('mine.empty.text'))),
    element('p', {}, element('a', { class: 'button', ...chatLink(visit) }, escaped(t('mine.empty.go')))),
  );
}

function nothingFound({ t }: Visit): Markup {
  return element(
    'div',
    { class: 'empty' },
    element('h3', {}, escaped(t('mine.none.title'))),
    element('p', {}, escaped(t('mine.none.text'))),
    element('p', {}, element('a', { class: 'button', href: MINE }, escaped(t('mine.none.all')))),
  );
}

function pages({ t }: Visit, found: number, wanted: Wanted): readonly Markup[] {
  const last = Math.ceil(found / PAGE_SIZE);
  if (last <= 1) return [];
  const way = (to: number, key: string, rel: string) =>
    to >= 1 && to <= last ? [element('a', { href: addressOf(wanted, to), rel }, escaped(t(`mine.list.${key}`)))] : [];
  return [
    element(
      'nav',
      { class: 'pages', 'aria-label': t('mine.list.pages') },
      ...way(wanted.page - 1, 'previous', 'prev'),
      element('span', {}, escaped(t('mine.list.page', { page: wanted.page, pages: last }))),
      ...way(wanted.page + 1, 'next', 'next'),
    ),
  ];
}
