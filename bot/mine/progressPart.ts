import { TIPS } from '../../content/schema/move.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { RehearsalSummary } from '../../dialogs/rehearse/keptRehearsal.ts';
import { progressPicture, type TipRow, type Verdict, verdictSign } from './progressPicture.ts';
import type { Visit } from './visit.ts';

/** As many talks as one takes in, and a picture holds. */
export const PROGRESS_OF = 12;

const VERDICTS: readonly Verdict[] = ['shown', 'mixed', 'missed', 'against', 'not-needed'];

/** How each tip came back over time, as a picture and as a table, and what that does not say. `talks`: the newest first. */
export function progressPart(visit: Visit, talks: readonly RehearsalSummary[]): readonly Markup[] {
  const { t, locale, options } = visit;
  if (talks.length === 0) return [];
  const inOrder = talks.toReversed();
  const rows = TIPS.map((id, index): TipRow => {
    const name = options.content.tips.find((tip) => tip.id === id)?.name[locale] ?? id;
    const verdicts = inOrder.map(({ tips }) => tips.find(({ tip }) => tip === id)?.verdict ?? 'not-needed');
    return { name: `${index + 1}. ${name}`, verdicts };
  });
  const count = talks.length;
  return [
    element(
      'section',
      { 'aria-labelledby': 'progress' },
      element('h2', { id: 'progress' }, escaped(t('mine.progress.heading'))),
      element('p', {}, escaped(count === 1 ? t('mine.progress.textOne') : t('mine.progress.text', { count }))),
      element(
        'div',
        { class: 'progress-pictures' },
        ...(['wide', 'narrow'] as const).map((size) =>
          progressPicture(
            rows,
            t('mine.progress.title', { count }),
            rows.map((row) => inWords(row, visit)).join(' '),
            size,
          ),
        ),
      ),
      legend(visit),
      element('p', { class: 'note' }, escaped(t('mine.progress.limits'))),
      element('details', {}, element('summary', {}, escaped(t('mine.progress.open'))), table(visit, rows)),
    ),
  ];
}

function inWords({ name, verdicts }: TipRow, { t }: Visit): string {
  const counts = VERDICTS.map((verdict) => [verdict, timesIn(verdicts, verdict)] as const).filter(
    ([, count]) => count > 0,
  );
  return `${name}: ${counts.map(([verdict, count]) => `${t(`mine.verdict.${verdict}`)} ${count}`).join(', ')}.`;
}

function legend({ t }: Visit): Markup {
  const sign = (verdict: Verdict) =>
    element('svg', { viewBox: '0 0 22 22', class: 'sign', 'aria-hidden': 'true' }, verdictSign(verdict, 11, 11));
  return element(
    'ul',
    { class: 'legend', role: 'list', 'aria-label': t('mine.progress.legend') },
    ...VERDICTS.map((verdict) =>
      element('li', {}, sign(verdict), element('span', {}, escaped(t(`mine.verdict.${verdict}`)))),
    ),
  );
}

function table({ t }: Visit, rows: readonly TipRow[]): Markup {
  const head = [t('mine.progress.tip'), ...VERDICTS.map((verdict) => t(`mine.verdict.${verdict}`))];
  return element(
    'div',
    { class: 'table', tabindex: 0, role: 'group', 'aria-label': t('mine.progress.caption') },
    element(
      'table',
      {},
      element('caption', {}, escaped(t('mine.progress.caption'))),
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, escaped(name))))),
      element(
        'tbody',
        {},
        ...rows.map(({ name, verdicts }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, escaped(name)),
            ...VERDICTS.map((verdict) => element('td', {}, escaped(String(timesIn(verdicts, verdict))))),
          ),
        ),
      ),
    ),
  );
}

function timesIn(verdicts: readonly Verdict[], wanted: Verdict): number {
  return verdicts.filter((verdict) => verdict === wanted).length;
}
