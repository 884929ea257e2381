import type { CurveGroup, CurveTable } from '../../dialogs/rehearse/curve/curveTable.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { shownMarks } from '../exports/shownMarks.ts';

/** The figures behind the picture, folded. The roles say again what each element is: a phone lays the rows out anew. */
export function curveFigures({ open, caption, head, groups }: CurveTable): Markup {
  return element(
    'details',
    { class: 'curve__figures' },
    element('summary', {}, escaped(open)),
    element(
      'table',
      { role: 'table' },
      element('caption', {}, escaped(caption)),
      element(
        'thead',
        { role: 'rowgroup' },
        element(
          'tr',
          { role: 'row' },
          ...head.map((name) => element('th', { scope: 'col', role: 'columnheader' }, escaped(name))),
        ),
      ),
      ...groups.map(group),
    ),
  );
}

function group({ title, rows }: CurveGroup): Markup {
  return element(
    'tbody',
    { role: 'rowgroup' },
    element(
      'tr',
      { role: 'row' },
      element('th', { scope: 'rowgroup', role: 'rowheader', colspan: 4, class: 'curve__group' }, escaped(title)),
    ),
    ...rows.map(({ turn, tension, trust, happened }) =>
      element(
        'tr',
        { role: 'row' },
        element('th', { scope: 'row', role: 'rowheader' }, escaped(turn)),
        element('td', { role: 'cell' }, escaped(String(tension))),
        element('td', { role: 'cell' }, escaped(String(trust))),
        element(
          'td',
          { role: 'cell' },
          ...happened.map(({ who, said }) =>
            element('p', {}, element('b', {}, escaped(`${who}: `)), escaped(shownMarks(said))),
          ),
        ),
      ),
    ),
  );
}
