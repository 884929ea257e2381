import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { HttpReply, HttpRequest } from '../http/route.ts';
import { type Framed, MINE, page } from '../mine/frame.ts';
import { COACH, type CoachVisit } from './coachVisit.ts';

/** The links at the top of a coach's pages. */
export function coachNav({ t, coach }: Pick<CoachVisit, 't' | 'coach'>): readonly Markup[] {
  return [
    element('a', { href: COACH }, escaped(t('coach.queue.title'))),
    ...(coach.roles.has('teacher') ? [element('a', { href: MINE }, escaped(t('mine.all')))] : []),
  ];
}

/** There is nothing, or not any more; it does not say which. */
export function endedPage(visit: CoachVisit): HttpReply {
  return says(visit, 404, 'ended');
}

/** It was made with an older version and cannot be shown. */
export function olderPage(visit: CoachVisit): HttpReply {
  return says(visit, 200, 'older');
}

function says(visit: CoachVisit, status: number, key: 'ended' | 'older'): HttpReply {
  const { t, request } = visit;
  const title = t(`coach.${key}.title`);
  return page(visit, request, {
    status,
    title,
    nav: coachNav(visit),
    main: [
      element('h1', {}, escaped(title)),
      element('p', {}, escaped(t(`coach.${key}.text`))),
      element('p', {}, element('a', { href: COACH }, escaped(t('coach.queue.back')))),
    ],
  });
}

/** These pages are for coaches: how one becomes one, and nothing of what is there. */
export function nobodyPage(framed: Framed, request: HttpRequest, status: 403 | 404): HttpReply {
  const { t } = framed;
  const title = t('coach.nobody.title');
  return page(framed, request, {
    status,
    title,
    main: [element('h1', {}, escaped(title)), element('p', {}, escaped(t('coach.nobody.text')))],
  });
}
