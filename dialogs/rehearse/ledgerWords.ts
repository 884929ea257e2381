import type { Debrief } from '../engine/debrief.ts';
import type { LedgerLine } from '../engine/rehearsal.ts';
import { benefitOf } from '../engine/variables.ts';
import type { Translate } from '../texts.ts';
import type { DebriefSource } from './debriefMessages.ts';
import { plain } from './parentLine.ts';

const VARIABLES = ['tension', 'trust', 'face', 'agency', 'clarity'] as const;
/** As many lines as one reads at a glance; of a longer talk those that changed most. */
const MOST_LINES = 12;

type Entry = Debrief['ledger'][number];

/** What some ledger lines changed together, as in "spanning −9, vertrouwen +4". */
export function changeInWords(lines: readonly Pick<LedgerLine, 'delta'>[], t: Translate): string {
  const changes = VARIABLES.flatMap((variable) => {
    const change = lines.reduce((sum, { delta }) => sum + (delta[variable] ?? 0), 0);
    return change === 0 ? [] : [`${t(`dialogs.variable.${variable}`)} ${change > 0 ? '+' : '−'}${Math.abs(change)}`];
  });
  return changes.length > 0 ? changes.join(', ') : t('dialogs.debrief.noChange');
}

/** Why the parent moved, line by line: first what was different at the start, then each sentence that changed something. */
export function whyItMoved(source: DebriefSource): string {
  const { report, t } = source;
  const from = report.curve[0]?.tension ?? 0;
  const to = report.curve.at(-1)?.tension ?? from;
  const before = report.prologue.map(
    (line) => `- ${t('dialogs.debrief.before')} ${changeInWords([line], t)}. ${line.because}`,
  );
  const told = report.ledger.filter(({ quote, delta }) => quote !== '' || (delta.tension ?? 0) !== 0);
  const kept = strongest(told);
  const left = told.length - kept.length;
  return [
    t('dialogs.debrief.why', { from, to }),
    [...before, ...kept.map((line) => inWords(source, line))].join('\n'),
    ...(left > 0 ? [t('dialogs.debrief.left', { left })] : []),
  ].join('\n\n');
}

/** In their order, the lines that changed most. */
function strongest(lines: readonly Entry[]): readonly Entry[] {
  if (lines.length <= MOST_LINES) return lines;
  const size = ({ delta }: Entry) => Math.abs(benefitOf(delta));
  const kept = new Set(lines.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_LINES));
  return lines.filter((line) => kept.has(line));
}

function inWords({ turn, rehearsal, t }: DebriefSource, line: Entry): string {
  const move = turn.content.moves.find(({ id }) => id === line.move)?.name[rehearsal.locale];
  const source = turn.content.sources.find(({ id }) => id === line.source)?.short[rehearsal.locale] ?? line.source;
  const words = [
    line.quote ? `“${plain(line.quote)}”` : t('dialogs.debrief.noQuote'),
    ...(move ? [move] : []),
    changeInWords([line], t),
  ];
  return `- ${t('dialogs.debrief.turn', { turn: line.turn })} ${words.join(' → ')}. ${line.because} _(${source})_`;
}
