import { amsterdamDay } from '../../dialogs/keepsakes/amsterdamTime.ts';
import { element, escaped, lone, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { HttpReply } from '../http/route.ts';
import type { Coach } from '../identity/stores.ts';
import { page } from '../mine/frame.ts';
import { textIn } from './reviewForms.ts';
import { type SharingVisit, talkAddress } from './sharingVisit.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const USUAL_DAYS = 30;
const MOST_DAYS = 90;
const LONGEST_NAME = 80;
const LONGEST_QUESTION = 1000;

/** What a teacher wants to share, as far as the form says so. */
export interface WantedShare {
  /** One, or two who code it alone. */
  readonly coaches: readonly Coach[];
  readonly name: string;
  readonly question: string;
  /** The last day on which it can be seen, as in `2026-12-23`. */
  readonly lastDay: string;
  /** The first moment after that day. */
  readonly endsAt: string;
  readonly mayLearn: boolean;
}

/** Reads the form; a day that is past or too far off becomes the nearest one that is not. */
export function readShare(
  fields: URLSearchParams,
  { teacher, at }: Pick<SharingVisit, 'teacher' | 'at'>,
  coaches: readonly Coach[],
): WantedShare {
  const wanted = ['coach', 'second'].flatMap((name) => coaches.find(({ id }) => id === fields.get(name)) ?? []);
  const { lastDay, endsAt } = endOf(fields.get('until') ?? '', at);
  return {
    coaches: wanted.filter((coach, index) => wanted.indexOf(coach) === index),
    name: teacher.name || textIn(fields, 'name').replaceAll(/\s+/gu, ' ').slice(0, LONGEST_NAME),
    question: textIn(fields, 'question').slice(0, LONGEST_QUESTION),
    lastDay,
    endsAt,
    mayLearn: fields.get('learn') === 'yes',
  };
}

function endOf(wanted: string, at: string): { readonly lastDay: string; readonly endsAt: string } {
  const day = (days: number) => amsterdamDay(new Date(Date.parse(at) + days * DAY_MS));
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(wanted) && !Number.isNaN(Date.parse(wanted));
  const asked = isDay ? wanted : day(USUAL_DAYS);
  const lastDay = [day(0), [asked, day(MOST_DAYS)].toSorted()[0] ?? asked].toSorted().at(-1) ?? asked;
  // Midnight in Amsterdam is 22:00 or 23:00 of the day before in UTC; the later of both gives the whole day.
  return { lastDay, endsAt: `${lastDay}T23:00:00.000Z` };
}

/** With whom, until when, with which question: the first of the two steps. */
export function shareFormPage(
  visit: SharingVisit,
  coaches: readonly Coach[],
  given: Pick<WantedShare, 'name' | 'question' | 'lastDay' | 'mayLearn'> & { readonly chosen: readonly string[] },
): HttpReply {
  const { t, request, talk, teacher, options, at, locale } = visit;
  const title = t('coach.share.title');
  const id = (name: string) => `share-${name}`;
  const select = (name: string, first: readonly Markup[], chosen: string | undefined) =>
    element(
      'select',
      { id: id(name), name, required: name === 'coach' ? '' : undefined },
      ...first,
      ...coaches.map((coach) =>
        element('option', { value: coach.id, selected: coach.id === chosen ? '' : undefined }, escaped(coach.name)),
      ),
    );
  const row = (name: string, field: Markup) =>
    element('p', {}, element('label', { for: id(name) }, escaped(t(`coach.share.${name}`))), field);
  const today = amsterdamDay(new Date(at));
  return page(visit, request, {
    title,
    main: [
      element(
        'p',
        { class: 'back' },
        element('a', { href: talkAddress(talk.id) }, escaped(`← ${talk.kept.summary.title[locale]}`)),
      ),
      element('h1', {}, escaped(title)),
      element('p', {}, escaped(t('coach.share.text'))),
      element(
        'form',
        { method: 'post', action: talkAddress(talk.id, '/share/preview'), class: 'write' },
        options.identity.forms.field(teacher),
        row('coach', select('coach', [], given.chosen[0])),
        ...(coaches.length > 1
          ? [
              row(
                'second',
                select(
                  'second',
                  [element('option', { value: '' }, escaped(t('coach.share.noSecond')))],
                  given.chosen[1],
                ),
              ),
            ]
          : []),
        ...(teacher.name === ''
          ? [
              row(
                'name',
                lone('input', {
                  id: id('name'),
                  name: 'name',
                  type: 'text',
                  maxlength: LONGEST_NAME,
                  value: given.name,
                  autocomplete: 'name',
                }),
              ),
            ]
          : []),
        row(
          'question',
          element(
            'textarea',
            { id: id('question'), name: 'question', rows: 3, maxlength: LONGEST_QUESTION },
            escaped(given.question),
          ),
        ),
        element('p', { class: 'note' }, escaped(t('coach.masked'))),
        row(
          'until',
          lone('input', {
            id: id('until'),
            name: 'until',
            type: 'date',
            required: '',
            min: today,
            value: given.lastDay,
          }),
        ),
        element(
          'label',
          { class: 'level' },
          lone('input', { type: 'checkbox', name: 'learn', value: 'yes', checked: given.mayLearn ? '' : undefined }),
          element('span', {}, escaped(t('coach.share.learn'))),
        ),
        element('button', { type: 'submit' }, escaped(t('coach.share.look'))),
      ),
    ],
  });
}

/** The same as hidden fields, for the second step. */
export function hiddenShare({ coaches, name, question, lastDay, mayLearn }: WantedShare): readonly Markup[] {
  const hidden = (field: string, value: string) => lone('input', { type: 'hidden', name: field, value });
  return [
    hidden('coach', coaches[0]?.id ?? ''),
    hidden('second', coaches[1]?.id ?? ''),
    hidden('name', name),
    hidden('question', question),
    hidden('until', lastDay),
    hidden('learn', mayLearn ? 'yes' : ''),
  ];
}
