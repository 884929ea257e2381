import type { Locale } from '../../content/schema/locale.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Kappa } from './agreement/cohenKappa.ts';
import type { Agreement } from './agreement/compareCodings.ts';
import type { CoachVisit } from './coachVisit.ts';
import { moveName } from './sharedTalk.ts';

/** How two coders are named in a table. */
export interface Names {
  readonly first: string;
  readonly second: string;
}

/** Move by move, in how many turns both, one or the other saw it, and Cohen's κ. */
export function movesTable(
  { t, locale, options }: CoachVisit,
  { moves, overall }: Agreement,
  { first, second }: Names,
): Markup {
  const head = [
    t('coach.agreement.move'),
    t('coach.agreement.both'),
    t('coach.agreement.only', { who: first }),
    t('coach.agreement.only', { who: second }),
    t('coach.agreement.kappa'),
  ];
  const row = (name: string, counts: readonly (number | string)[], kappa: Kappa & { readonly isFew: boolean }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, escaped(name)),
      ...counts.map((count, index) => element('td', { 'data-head': head[index + 1] ?? '' }, escaped(String(count)))),
      element('td', { 'data-head': head[4] ?? '' }, escaped(figureInWords(kappa, kappa.isFew, t, locale))),
    );
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': t('coach.agreement.moves') },
    element(
      'table',
      { class: 'figures' },
      element('thead', {}, element('tr', {}, ...head.map((one) => element('th', { scope: 'col' }, escaped(one))))),
      element(
        'tbody',
        {},
        ...moves.map((one) =>
          row(moveName(options.content, one.move, locale), [one.both, one.onlyFirst, one.onlySecond], one),
        ),
        row(t('coach.agreement.overall'), ['', '', ''], overall),
      ),
    ),
  );
}

/** The figure with its bounds and what it was reckoned from; said plainly when that is little. */
export function figureInWords(
  { kappa, interval, items }: Kappa,
  isFew: boolean,
  t: CoachVisit['t'],
  locale: Locale,
): string {
  const figure = new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'negative',
  });
  const few = isFew ? ` ${t('coach.agreement.isFew')}` : '';
  if (kappa === null) return `${t('coach.agreement.noFigure', { items })}${few}`;
  const bounds =
    interval === null
      ? t(kappa === 1 ? 'coach.agreement.noBounds' : 'coach.agreement.noBoundsHere')
      : t('coach.agreement.bounds', { from: figure.format(interval[0]), to: figure.format(interval[1]) });
  return `${figure.format(kappa)} (${bounds}; ${t('coach.agreement.items', { items })})${few}`;
}
