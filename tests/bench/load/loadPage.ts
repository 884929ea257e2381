import { element, escaped, type Markup } from '../../../dialogs/rehearse/curve/markup.ts';
import type { Outcome, Stretch } from './offerLoad.ts';

/** What a run under load has shown. */
export interface LoadReport {
  /** ISO 8601. */
  readonly at: string;
  readonly node: string;
  readonly chats: number;
  readonly turnsPerSecond: number;
  readonly seconds: number;
  readonly database: string;
  readonly rehearsal: Outcome;
  readonly echo: Outcome;
  readonly memoryMb: { readonly atRest: number | null; readonly open: number | null };
}

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [900, 240, 60, 24];
const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #ddd}
th:first-child,td:first-child{text-align:left}svg{width:100%;height:auto}svg text{font-size:12px;fill:#444}summary{cursor:pointer}`;

/** The report as a page that stands alone: what was asked, what was seen, and how it went over time. */
export function loadPage(report: LoadReport): string {
  const { rehearsal, echo, memoryMb, chats, turnsPerSecond, seconds } = report;
  const { stretches } = rehearsal;
  const title = `${chats} open chats, ${turnsPerSecond} turns/s for ${seconds} s`;
  const highest = Math.max(0, ...stretches.map(({ watched }) => watched ?? 0));
  const body = element(
    'main',
    {},
    element('h1', {}, escaped(title)),
    element(
      'p',
      {},
      escaped(`${report.at}, Node ${report.node}, ${report.database}, the generator on the same machine.`),
    ),
    ...(rehearsal.stopped ? [element('p', {}, escaped(`Ended early: ${rehearsal.stopped}.`))] : []),
    table(
      ['', 'this bot', 'bare echo bot', 'goal'],
      [
        ['turns offered', String(rehearsal.offered), String(echo.offered), ''],
        ['per second', String(rehearsal.offeredPerSecond), String(echo.offeredPerSecond), String(turnsPerSecond)],
        ['refused', String(rehearsal.refused), String(echo.refused), '0'],
        ['taken and never answered', String(rehearsal.lost), String(echo.lost), '0'],
        ['p50 (ms)', String(rehearsal.p50), String(echo.p50), '50'],
        ['p99 (ms)', String(rehearsal.p99), String(echo.p99), '500'],
        ['longest (ms)', String(rehearsal.most), String(echo.most), ''],
        [
          'memory at rest, with open chats, highest (MB)',
          `${memoryMb.atRest}, ${memoryMb.open}, ${highest}`,
          '',
          '512',
        ],
      ],
    ),
    element('h2', {}, escaped('From the moment a turn was due to its reply (ms)')),
    chart('Milliseconds: half of the turns, and 99 of 100', stretches, [
      { name: 'p99', colour: '#b3261e', of: ({ p99 }) => p99 },
      { name: 'p50', colour: '#4f52b2', of: ({ p50 }) => p50 },
    ]),
    element('h2', {}, escaped('Memory (MB)')),
    chart('Resident memory in MB', stretches, [{ name: 'MB', colour: '#1b6e3c', of: ({ watched }) => watched ?? 0 }]),
    element(
      'details',
      {},
      element('summary', {}, escaped('The figures')),
      table(
        ['second', 'turns', 'p50', 'p99', 'MB'],
        stretches.map(({ second, turns, p50, p99, watched }) => [second, turns, p50, p99, watched ?? ''].map(String)),
      ),
    ),
  );
  const head = element(
    'head',
    {},
    '<meta charset="utf-8">' as Markup,
    element('title', {}, escaped(title)),
    element('style', {}, STYLE as Markup),
  );
  return `<!doctype html>${element('html', { lang: 'en' }, head, element('body', {}, body))}`;
}

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly of: (stretch: Stretch) => number;
}

function chart(title: string, stretches: readonly Stretch[], lines: readonly Line[]): Markup {
  const top = Math.max(1, ...stretches.flatMap((stretch) => lines.map(({ of }) => of(stretch) || 0)));
  const end = stretches.at(-1)?.second ?? 1;
  const x = (second: number) => LEFT + (second / end) * (WIDTH - LEFT - 60);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - 16);
  const label = (text: string, at: Readonly<Record<string, string | number>>) => element('text', at, escaped(text));
  return element(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', xmlns: 'http://www.w3.org/2000/svg' },
    element('title', {}, escaped(title)),
    ...[0, top / 2, top].map((value) =>
      element(
        'g',
        {},
        element('line', { x1: LEFT, x2: WIDTH - 60, y1: y(value), y2: y(value), stroke: '#ddd' }),
        label(String(Math.round(value)), { x: LEFT - 8, y: y(value) + 4, 'text-anchor': 'end' }),
      ),
    ),
    label('0 s', { x: LEFT, y: HEIGHT - 4 }),
    label(`${end} s`, { x: WIDTH - 60, y: HEIGHT - 4, 'text-anchor': 'end' }),
    ...lines.flatMap(({ name, colour, of }) => [
      element('polyline', {
        points: stretches.map((stretch) => `${x(stretch.second)},${y(of(stretch) || 0)}`).join(' '),
        fill: 'none',
        stroke: colour,
        'stroke-width': 2,
      }),
      label(name, { x: WIDTH - 54, y: y(of(stretches.at(-1) ?? EMPTY) || 0) + 4 }),
    ]),
  );
}

const EMPTY: Stretch = { second: 0, turns: 0, p50: 0, p99: 0, watched: null };

function table(head: readonly string[], rows: readonly (readonly string[])[]): Markup {
  const row = (cells: readonly string[], name: string) =>
    element('tr', {}, ...cells.map((cell) => element(name, {}, escaped(cell))));
  return element('table', {}, row(head, 'th'), ...rows.map((cells) => row(cells, 'td')));
}
