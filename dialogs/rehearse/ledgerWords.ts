import type { Debrief } from '../engine/debrief.ts';
import type { LedgerLine } from '../engine/rehearsal.ts';
import type { Translate } from '../texts.ts';
import type { DebriefSource } from './debriefSource.ts';
import { plain } from './parentLine.ts';

const VARIABLES = ['tension', 'trust', 'face', 'agency', 'clarity'] as const;
/** Beside tension and trust, one more change is named when it is as great as this. */
const NOTABLE = 5;

type Entry = Debrief['ledger'][number];

/** What some ledger lines changed together, as in "spanning −9, vertrouwen +4", with what else changed most. */
export function changeInWords(lines: readonly Pick<LedgerLine, 'delta'>[], t: Translate): string {
  const sums = VARIABLES.map((variable) => ({
    variable,
    change: lines.reduce((sum, { delta }) => sum + (delta[variable] ?? 0), 0),
  })).filter(({ change }) => change !== 0);
  const main = sums.filter(({ variable }) => variable === 'tension' || variable === 'trust');
  const rest = sums.filter((sum) => !main.includes(sum)).toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const named = [...main, ...rest.slice(0, 1).filter(({ change }) => Math.abs(change) >= NOTABLE || main.length === 0)];
  const words = named.map(
    ({ variable, change }) => `${t(`dialogs.variable.${variable}`)} ${change > 0 ? '+' : '−'}${Math.abs(change)}`,
  );
  return words.length > 0 ? words.join(', ') : t('dialogs.debrief.noChange');
}

/** Why the parent moved, line by line: first what was different at the start, then turn by turn each sentence that counted. */
export function whyItMoved(source: DebriefSource): string {
  const { report, t } = source;
  const before = report.prologue.map(
    (line) => `- ${t('dialogs.debrief.before')} ${changeInWords([line], t)}. ${line.because}`,
  );
  const told = report.ledger.filter(({ quote, delta }) => quote !== '' || (delta.tension ?? 0) !== 0);
  const turns = [...new Set(told.map(({ turn }) => turn))].map((turn) => {
    const heading = t('dialogs.debrief.turn', { turn, from: tensionAfter(turn - 1), to: tensionAfter(turn) });
    const lines = told.flatMap((line, index) =>
      line.turn === turn ? [inWords(source, line, told.slice(0, index))] : [],
    );
    return [heading, ...lines].join('\n');
  });
  return [t('dialogs.debrief.rules'), ...(before.length > 0 ? [before.join('\n')] : []), ...turns].join('\n\n');

  function tensionAfter(turn: number): number {
    return report.curve[turn]?.tension ?? 0;
  }
}

/** The reason is given the first time only. */
function inWords({ turn, rehearsal, t }: DebriefSource, line: Entry, earlier: readonly Entry[]): string {
  const move = turn.content.moves.find(({ id }) => id === line.move)?.name[rehearsal.locale];
  const source = turn.content.sources.find(({ id }) => id === line.source)?.short[rehearsal.locale] ?? line.source;
  const words = [
    line.quote ? `“${plain(line.quote)}”` : t('dialogs.debrief.noQuote'),
    ...(move ? [move] : []),
    changeInWords([line], t),
  ];
  const said = `- ${words.join(' → ')}.`;
  return earlier.some(({ because }) => because === line.because) ? said : `${said} ${line.because} _(${source})_`;
}
