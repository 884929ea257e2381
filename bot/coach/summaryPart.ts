import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import type { Framed } from '../mine/frame.ts';
import { type CoachVisit, type OpenTalk, shareAddress } from './coachVisit.ts';
import { missingIn, type Review } from './review.ts';

/** One strength and one thing to try: what a review is not sent without. */
export function summaryForm({ t }: CoachVisit, { open, talk }: OpenTalk, field: Markup): Markup {
  const { review, share } = open;
  const turns = talk.kept.rehearsal.turns.length;
  const missing = missingIn(review, { turns, isDouble: share.pair !== null });
  const area = (name: string, value: string) =>
    element(
      'p',
      {},
      element('label', { for: name }, escaped(t(`coach.summary.${name}`))),
      element('textarea', { id: name, name, rows: 3, maxlength: 2000 }, escaped(value)),
    );
  return element(
    'section',
    { id: 'summary', 'aria-labelledby': 'summary-heading' },
    element('h2', { id: 'summary-heading' }, escaped(t('coach.summary.heading'))),
    element(
      'form',
      { method: 'post', action: shareAddress(open.share.id, '/summary'), class: 'write' },
      field,
      area('strength', review.strength),
      area('try', review.tryNext),
      ...(missing.length > 0
        ? [
            element('p', { class: 'note' }, escaped(t('coach.summary.missing'))),
            element(
              'ul',
              { class: 'note' },
              ...missing.map((one) => element('li', {}, escaped(t(`coach.summary.needs.${one}`)))),
            ),
          ]
        : []),
      element(
        'p',
        { class: 'do' },
        element('button', { type: 'submit', class: 'button--quiet' }, escaped(t('coach.summary.save'))),
        element(
          'button',
          { type: 'submit', formaction: shareAddress(open.share.id, '/send') },
          escaped(t('coach.summary.send')),
        ),
      ),
      element('p', { class: 'note' }, escaped(t('coach.summary.note'))),
    ),
  );
}

/** What the coach found strong, and would try. */
export function summaryInWords(
  { t }: Pick<Framed, 't'>,
  { strength, tryNext }: Pick<Review, 'strength' | 'tryNext'>,
  coach: string,
): Markup {
  return element(
    'section',
    { class: 'summary' },
    element('h3', {}, escaped(t('coach.summary.of', { coach }))),
    element(
      'dl',
      {},
      element('dt', {}, escaped(t('coach.summary.strength'))),
      element('dd', { class: 'words' }, escaped(shownMarks(strength))),
      element('dt', {}, escaped(t('coach.summary.try'))),
      element('dd', { class: 'words' }, escaped(shownMarks(tryNext))),
    ),
  );
}
