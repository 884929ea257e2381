import type { CurveContent } from '../../dialogs/rehearse/curve/curveMessage.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import { curveFigures } from './curveFigures.ts';

/** The curve of a talk: both pictures, the same in words, and the figures. The pictures are markup that the curve made and escaped. */
export function curvePart({ pictures, table, words }: CurveContent): Markup {
  return element(
    'div',
    { class: 'curve' },
    pictures.wide as Markup,
    pictures.narrow as Markup,
    element('ul', { role: 'list', class: 'plain' }, ...words.map((one) => element('li', {}, escaped(shownMarks(one))))),
    curveFigures(table),
  );
}
