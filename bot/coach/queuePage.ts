import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { RehearsalSummary } from '../../dialogs/rehearse/keptRehearsal.ts';
import type { HttpReply } from '../http/route.ts';
import { page } from '../mine/frame.ts';
import { momentInWords } from '../mine/moments.ts';
import { COACH, type CoachVisit, shareAddress } from './coachVisit.ts';
import { dayAsWritten, lastDayOf } from './dayAsWritten.ts';
import { coachNav } from './endedPages.ts';
import type { QueuedShare, QueuePage } from './reviewPorts.ts';

const PAGE_SIZE = 20;
const LAST_PAGE = 10_000;

/** What was shared with this coach and is open now: what waits, or what was sent; the newest first, never by figure. */
export async function queuePage(visit: CoachVisit): Promise<HttpReply> {
  const { options, coach, request, t, at } = visit;
  const part = request.query.get('part') === 'reviewed' ? 'reviewed' : 'waiting';
  const number = pageIn(request.query);
  const found = await options.storage.reviews.queue({
    tenant: coach.tenant,
    coachId: coach.userId,
    at,
    part,
    offset: (number - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  });
  const title = t('coach.queue.title');
  return page(visit, request, {
    title,
    nav: coachNav(visit),
    main: [
      ...(request.query.has('ended')
        ? [element('p', { class: 'banner', role: 'status' }, escaped(t('coach.ended.now')))]
        : []),
      element('h1', {}, escaped(title)),
      element('p', { class: 'about' }, escaped(t('coach.queue.about'))),
      parts(visit, found, part),
      ...(found.shares.length === 0 ? [element('p', { class: 'empty' }, escaped(t(`coach.queue.none.${part}`)))] : []),
      element(
        'ol',
        { class: 'talks', role: 'list' },
        ...found.shares.map((one) => element('li', {}, card(visit, one))),
      ),
      ...pages(visit, found[part], part, number),
      ...(found.reviewed > 0
        ? [element('p', {}, element('a', { href: `${COACH}/agreement` }, escaped(t('coach.agreement.all'))))]
        : []),
      ...(found.reviewed > 0 && options.mask ? [corrections(visit)] : []),
    ],
  });
}

function pageIn(query: URLSearchParams): number {
  const number = Number(query.get('page'));
  return Number.isSafeInteger(number) && number >= 1 && number <= LAST_PAGE ? number : 1;
}

function parts({ t }: CoachVisit, found: QueuePage, part: 'waiting' | 'reviewed'): Markup {
  const way = (one: 'waiting' | 'reviewed') =>
    element(
      'li',
      {},
      element(
        'a',
        {
          href: one === 'waiting' ? COACH : `${COACH}?part=reviewed`,
          'aria-current': one === part ? 'page' : undefined,
        },
        escaped(t(`coach.queue.${one}`, { count: found[one] })),
      ),
    );
  return element(
    'nav',
    { 'aria-label': t('coach.queue.parts') },
    element('ul', { class: 'ways', role: 'list' }, way('waiting'), way('reviewed')),
  );
}

function card(visit: CoachVisit, { share, startedAt, summary }: QueuedShare): Markup {
  const { t, locale } = visit;
  // What a list shows is what an earlier turn of ours kept.
  const { title, turns } = summary as unknown as RehearsalSummary;
  const teacher = share.teacherName || t('coach.teacher');
  const day = momentInWords(startedAt, locale);
  const facts = [
    t('coach.queue.of', { teacher, day }),
    turns === 1 ? t('mine.list.oneTurn') : t('mine.list.turns', { turns }),
    t('coach.queue.until', { day: dayAsWritten(lastDayOf(share.endsAt), locale) }),
    ...(share.pair === null ? [] : [t('coach.double.short')]),
  ];
  return element(
    'article',
    { class: 'talk talk--shared' },
    element(
      'div',
      {},
      element(
        'h2',
        {},
        element(
          'a',
          { href: shareAddress(share.id), 'aria-label': t('coach.queue.open', { title: title[locale], teacher }) },
          escaped(title[locale]),
        ),
      ),
      element('p', { class: 'facts' }, escaped(facts.join(' · '))),
      ...(share.question === '' ? [] : [element('p', {}, escaped(t('coach.asks', { question: share.question })))]),
    ),
  );
}

function pages({ t }: CoachVisit, count: number, part: string, number: number): readonly Markup[] {
  const last = Math.ceil(count / PAGE_SIZE);
  if (last <= 1) return [];
  const address = (to: number) => `${COACH}?part=${part}&page=${to}`;
  return [
    element(
      'nav',
      { class: 'pages', 'aria-label': t('mine.list.pages') },
      ...(number > 1 ? [element('a', { href: address(number - 1) }, escaped(t('mine.list.previous')))] : []),
      element('span', {}, escaped(t('mine.list.page', { page: number, pages: last }))),
      ...(number < last ? [element('a', { href: address(number + 1) }, escaped(t('mine.list.next')))] : []),
    ),
  ];
}

function corrections({ t }: CoachVisit): Markup {
  return element(
    'section',
    { class: 'keep', 'aria-labelledby': 'corrections' },
    element('h2', { id: 'corrections' }, escaped(t('coach.corrections.heading'))),
    element('p', { class: 'note' }, escaped(t('coach.corrections.text'))),
    element(
      'p',
      {},
      element('a', { href: `${COACH}/corrections.jsonl`, download: '' }, escaped(t('coach.corrections.go'))),
    ),
  );
}
