import type { Rubric } from '../../content/schema/rubric.ts';
import { RUBRIC_LEVELS } from '../../content/schema/rubric.ts';
import type { Content } from '../../dialogs/ports.ts';
import { element, escaped, lone, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Framed } from '../mine/frame.ts';
import { type CoachVisit, type OpenTalk, shareAddress } from './coachVisit.ts';
import type { Review } from './review.ts';

/** The rubric as a coach fills it in: words to choose from, and the turns that show it. */
export function rubricForm(visit: CoachVisit, { open }: OpenTalk, field: Markup): Markup {
  const { t, locale, options } = visit;
  const { rubric, content } = options;
  return element(
    'section',
    { id: 'rubric', 'aria-labelledby': 'rubric-heading' },
    element('h2', { id: 'rubric-heading' }, escaped(t('coach.rubric.heading'))),
    element('p', { class: 'note' }, escaped(rubric.limits[locale])),
    element(
      'p',
      { class: 'note' },
      escaped(t('coach.rubric.sources', { sources: sourcesOf(rubric, content, locale, t) })),
    ),
    element(
      'form',
      { method: 'post', action: shareAddress(open.share.id, '/rubric'), class: 'write' },
      field,
      ...rubric.dimensions.map((dimension) => {
        const mark = open.review.rubric.find((one) => one.dimension === dimension.id);
        const turnsId = `${dimension.id}-turns`;
        return element(
          'fieldset',
          {},
          element('legend', {}, escaped(dimension.name[locale])),
          element('p', {}, escaped(dimension.about[locale])),
          element('ul', { class: 'note' }, ...dimension.looksAt.map((one) => element('li', {}, escaped(one[locale])))),
          ...RUBRIC_LEVELS.map((level) =>
            element(
              'label',
              { class: 'level' },
              lone('input', {
                type: 'radio',
                name: dimension.id,
                value: level,
                checked: mark?.level === level ? '' : undefined,
              }),
              element(
                'span',
                {},
                element('b', {}, escaped(rubric.levels[level][locale])),
                escaped(` ${dimension.levels[level][locale]}`),
              ),
            ),
          ),
          element('label', { for: turnsId }, escaped(t('coach.rubric.turns'))),
          lone('input', {
            id: turnsId,
            name: turnsId,
            type: 'text',
            inputmode: 'numeric',
            maxlength: 200,
            autocomplete: 'off',
            value: mark?.turns.join(', ') ?? '',
          }),
        );
      }),
      element('button', { type: 'submit' }, escaped(t('coach.rubric.go'))),
    ),
  );
}

/** The rubric as it is read: in words, with the turns that show it; no figure, no order of people. */
export function rubricInWords(
  { t, locale }: Pick<Framed, 't' | 'locale'>,
  rubric: Rubric,
  { rubric: marks }: Pick<Review, 'rubric'>,
): Markup {
  if (marks.length === 0) return escaped('');
  return element(
    'section',
    { class: 'rubric' },
    element('h3', {}, escaped(t('coach.rubric.heading'))),
    element(
      'dl',
      {},
      ...rubric.dimensions.flatMap((dimension) => {
        const mark = marks.find((one) => one.dimension === dimension.id);
        if (!mark) return [];
        return [
          element('dt', {}, escaped(`${dimension.name[locale]}: ${rubric.levels[mark.level][locale]}`)),
          element('dd', {}, escaped(dimension.levels[mark.level][locale]), ...evidence(t, mark.turns)),
        ];
      }),
    ),
    element('p', { class: 'note' }, escaped(rubric.limits[locale])),
  );
}

function evidence(t: Framed['t'], turns: readonly number[]): readonly Markup[] {
  if (turns.length === 0) return [];
  return [
    element(
      'ul',
      { class: 'ways ways--small', role: 'list', 'aria-label': t('coach.rubric.seen') },
      ...turns.map((turn) =>
        element('li', {}, element('a', { href: `#turn-${turn}` }, escaped(t('mine.talk.turn', { turn })))),
      ),
    ),
  ];
}

function sourcesOf(rubric: Rubric, { sources }: Pick<Content, 'sources'>, locale: 'nl' | 'en', t: Framed['t']): string {
  return rubric.sources
    .flatMap((id) => {
      const source = sources.find((one) => one.id === id);
      return source ? [`${source.short[locale]} (${t(`coach.rubric.grade.${source.grade}`)})`] : [];
    })
    .join(', ');
}
