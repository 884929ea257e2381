import type { Line } from '../../content/schema/line.ts';
import type { Moment } from './moment.ts';
import { onTheTable } from './onTheTable.ts';
import { pickLine } from './pickLine.ts';
import type { Reply } from './rehearsal.ts';

/** A parent who has nothing fit to say. */
const SILENCE = '…';

/**
 * Makes one text of a reply's lines: the first cue in brackets, then the words with names filled in. No lines, and
 * the parent is silent.
 */
export function composeReply(lines: readonly Line[], moment: Moment): Reply {
  const { locale } = moment;
  const cue = lines.find((line) => line.cue !== undefined)?.cue?.[locale];
  const words = lines.map(({ say }) => say[locale]).join(' ');
  return {
    text: fillIn([...(cue === undefined ? [] : [`(${cue})`]), words || SILENCE].join(' '), moment),
    thought: thoughtOf(moment),
    lines: lines.map(({ id }) => id),
  };
}

/** What the parent thinks now: something new if there is, else anything but the last thought; empty without one. */
function thoughtOf(moment: Moment): string {
  const table = onTheTable(moment.state);
  const inside = table === null ? moment : { ...moment, concerns: [table] };
  const textOf = ({ say }: Line) => fillIn(say[moment.locale], moment);
  const fresh = pickLine(inside, { part: 'thought', only: (line) => !moment.thoughts.includes(textOf(line)) });
  const line = fresh ?? pickLine(inside, { part: 'thought', only: (one) => textOf(one) !== moment.thoughts.at(-1) });
  return line === null ? '' : textOf(line);
}

function fillIn(text: string, { scenario, locale }: Moment): string {
  if (!text.includes('{')) return text;
  return text.replaceAll('{child}', scenario.child.name).replaceAll('{parent}', scenario.parent.name[locale]);
}
