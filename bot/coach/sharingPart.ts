import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Principal } from '../identity/principal.ts';
import type { Coach } from '../identity/stores.ts';
import { momentInWords } from '../mine/moments.ts';
import type { Visit } from '../mine/visit.ts';
import { dayAsWritten, lastDayOf } from './dayAsWritten.ts';
import type { AuditRow, GivenShare, Share } from './reviewPorts.ts';
import { talkAddress } from './sharingVisit.ts';

/** What is known of who reads along with one rehearsal. */
export interface Sharing {
  readonly visit: Visit;
  readonly talkId: string;
  readonly given: readonly GivenShare[];
  readonly rows: readonly AuditRow[];
  readonly coaches: readonly Coach[];
  /** The hidden field of every form. */
  readonly field: Markup;
  readonly teacher: Principal;
  /** Now, ISO 8601. */
  readonly at: string;
}

/** With whom this is shared, the one click that takes it back, the way to share, and who saw what when. */
export function sharingPart(sharing: Sharing): Markup {
  const { visit, talkId, given, coaches, at } = sharing;
  const { t } = visit;
  const shares = given.map(({ share }) => share);
  const isOpen = (share: Share) => share.withdrawnAt === null && share.endsAt > at;
  const free = coaches.filter(({ id }) => !shares.some((share) => isOpen(share) && share.coachId === id));
  return element(
    'section',
    { id: 'sharing', 'aria-labelledby': 'sharing-heading' },
    element('h2', { id: 'sharing-heading' }, escaped(t('coach.share.heading'))),
    ...outcome(sharing),
    ...shares.map((share) => (isOpen(share) ? openShare(sharing, share) : endedShare(sharing, share))),
    ...(coaches.length === 0
      ? [element('p', {}, escaped(t('coach.share.none')))]
      : [element('p', {}, escaped(t('coach.share.text')))]),
    ...(free.length > 0
      ? [
          element(
            'p',
            {},
            element('a', { class: 'button', href: talkAddress(talkId, '/share') }, escaped(t('coach.share.go'))),
          ),
        ]
      : []),
    ...(sharing.rows.length > 0 ? [auditPart(sharing)] : []),
  );
}

function outcome({ visit }: Sharing): readonly Markup[] {
  const said = visit.request.query.get('share');
  const key = said === 'done' || said === 'already' ? said : null;
  return key ? [element('p', { class: 'banner', role: 'status' }, escaped(visit.t(`coach.share.${key}`)))] : [];
}

function openShare(sharing: Sharing, share: Share): Markup {
  const { visit, talkId, field } = sharing;
  const { t, locale } = visit;
  const coach = share.coachName;
  return element(
    'div',
    { class: 'promise' },
    element(
      'div',
      {},
      element('p', {}, escaped(t('coach.share.with', { coach, day: dayAsWritten(lastDayOf(share.endsAt), locale) }))),
      ...(share.question === ''
        ? []
        : [element('p', { class: 'facts' }, escaped(t('coach.share.asked', { question: share.question })))]),
      ...(share.mayLearn ? [element('p', { class: 'facts' }, escaped(t('coach.share.mayLearn')))] : []),
      ...wish(sharing, share),
    ),
    element(
      'form',
      { method: 'post', action: talkAddress(talkId, `/shares/${share.id}/withdraw`), class: 'do' },
      field,
      element(
        'button',
        { type: 'submit', class: 'small', 'aria-label': t('coach.share.withdrawName', { coach }) },
        escaped(t('coach.share.withdraw')),
      ),
    ),
  );
}

/** A first coach asks for a second one. */
function wish({ visit, talkId, field }: Sharing, { id, coachName, wantsSecond }: Share): readonly Markup[] {
  if (!wantsSecond) return [];
  const { t } = visit;
  const button = (value: string, text: string) =>
    element('button', { type: 'submit', name: 'decision', value, class: 'small' }, escaped(text));
  return [
    element('p', {}, escaped(t('coach.share.wants', { coach: coachName, second: wantsSecond.name }))),
    element(
      'form',
      { method: 'post', action: talkAddress(talkId, `/shares/${id}/second`), class: 'do' },
      field,
      button('allow', t('coach.share.allow', { second: wantsSecond.name })),
      button('decline', t('coach.share.decline')),
    ),
  ];
}

function endedShare({ visit }: Sharing, share: Share): Markup {
  const { t, locale } = visit;
  const text =
    share.withdrawnAt === null
      ? t('coach.share.ended', { coach: share.coachName, day: dayAsWritten(lastDayOf(share.endsAt), locale) })
      : t('coach.share.withdrawn', { coach: share.coachName });
  return element('p', { class: 'facts' }, escaped(text));
}

function auditPart({ visit, rows, given, teacher }: Sharing): Markup {
  const { t, locale } = visit;
  const coachOf = (row: AuditRow) =>
    given.find(({ share }) => share.id === row.shareId)?.share ??
    given.find(({ share }) => share.coachId === row.actor)?.share;
  const whoIs = (row: AuditRow): string => {
    const share = coachOf(row);
    if (row.action === 'shared' || row.action === 'withdrawn') return share?.coachName ?? t('coach.share.stranger');
    if (row.actor === teacher.userId) return t('coach.share.you');
    return share?.coachId === row.actor ? share.coachName : t('coach.share.stranger');
  };
  return element(
    'details',
    { class: 'work' },
    element('summary', {}, escaped(t('coach.share.audit'))),
    element(
      'ul',
      { class: 'plain' },
      ...together(rows).map(({ row, times }) => {
        const words = t(`coach.share.act.${row.action}`, { day: momentInWords(row.at, locale), who: whoIs(row) });
        return element('li', {}, escaped(times > 1 ? `${words} ${t('coach.share.times', { times })}` : words));
      }),
    ),
    element('p', { class: 'note' }, escaped(t('coach.share.auditNote'))),
  );
}

/** The same thing done again and again is one line, with its last time. */
function together(rows: readonly AuditRow[]): readonly { readonly row: AuditRow; readonly times: number }[] {
  const lines: { row: AuditRow; times: number }[] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    const isSame = last?.row.action === row.action && last.row.actor === row.actor && last.row.shareId === row.shareId;
    if (last && isSame) lines[lines.length - 1] = { row, times: last.times + 1 };
    else lines.push({ row, times: 1 });
  }
  return lines;
}
