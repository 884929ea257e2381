import type { Activity } from './activity.ts';
import { type ReactElement, reactElement } from './reactElement.ts';
import { svgElement } from './svgElement.ts';

/** Something that came with an activity. */
export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
}

/** The picture of tension and trust, as far as this page looks into it. */
interface Curve {
  readonly locale: string;
  readonly pictures: { readonly wide: string; readonly narrow: string };
  readonly table: {
    readonly open: string;
    readonly caption: string;
    readonly head: readonly string[];
    readonly groups: readonly Group[];
  };
}

interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

interface Row {
  readonly turn: string;
  readonly tension: number;
  readonly trust: number;
  readonly happened: readonly { readonly who: string; readonly said: string }[];
}

type AttachmentCard = { readonly activity: Activity; readonly attachment?: Attachment };

const CURVE = 'application/vnd.op-een-lijn.curve+json';

/** Shows the picture of tension and trust, and beneath it the same in a table. Other attachments are Web Chat's. */
export function curveLook() {
  return (next: (card: AttachmentCard) => unknown) => (card: AttachmentCard) =>
    card.attachment?.contentType === CURVE ? curve(card.attachment.content as Curve) : next(card);
}

/** The roles say again what each element is: on a phone the rows are laid out anew, and some browsers then forget. */
function curve({ locale, pictures, table }: Curve): ReactElement {
  return reactElement(
    'div',
    { className: 'curve', lang: locale },
    svgElement(pictures.wide) ?? false,
    svgElement(pictures.narrow) ?? false,
    reactElement(
      'details',
      { className: 'curve__figures' },
      reactElement('summary', {}, table.open),
      reactElement(
        'table',
        { role: 'table' },
        reactElement('caption', {}, table.caption),
        reactElement(
          'thead',
          { role: 'rowgroup' },
          reactElement(
            'tr',
            { role: 'row' },
            ...table.head.map((name) => reactElement('th', { scope: 'col', role: 'columnheader' }, name)),
          ),
        ),
        ...table.groups.map(group),
      ),
    ),
  );
}

function group({ title, rows }: Group): ReactElement {
  const heading = reactElement(
    'th',
    { scope: 'rowgroup', role: 'rowheader', colSpan: '4', className: 'curve__group' },
    title,
  );
  return reactElement('tbody', { role: 'rowgroup' }, reactElement('tr', { role: 'row' }, heading), ...rows.map(row));
}

function row({ turn, tension, trust, happened }: Row): ReactElement {
  return reactElement(
    'tr',
    { role: 'row' },
    reactElement('th', { scope: 'row', role: 'rowheader' }, turn),
    reactElement('td', { role: 'cell' }, String(tension)),
    reactElement('td', { role: 'cell' }, String(trust)),
    reactElement('td', { role: 'cell' }, ...happened.map(deed)),
  );
}

function deed({ who, said }: Row['happened'][number]): ReactElement {
  return reactElement('p', {}, reactElement('b', {}, `${who}: `), said);
}
