import type { KeepsakeBlock, KeepsakeSection } from '../keepsakes/keepsake.ts';
import { answeredOnly, headingOf, ownWords } from './ownWords.ts';
import { type SeenBy, seenBy } from './seenBy.ts';
import type { Tool, ToolTurn } from './tool.ts';
import { keepsakeOf, walkWords } from './walkWords.ts';

/** The nine signals, gone through with a parent: who sees what, without judging, and what comes next. */
export const signals: Tool = {
  id: 'signals',
  keepsake: (now) => {
    const { text, list } = walkWords(now);
    const noted = notedSignals(now);
    return keepsakeOf(now, [
      ...answeredOnly(now, 'first'),
      {
        heading: text('seen'),
        blocks: [seenTable(now, noted), { type: 'paragraph', as: 'note', text: text('meaning') }],
      },
      ...onlyOne(now, noted),
      ownWords(now, 'watch'),
      ownWords(now, 'again'),
      { heading: text('next'), blocks: [{ type: 'list', as: 'boxes', items: list('next') }] },
      { heading: text('further'), blocks: [{ type: 'list', items: list('further') }] },
    ]);
  },
};

interface NotedSignal extends SeenBy {
  readonly name: string;
}

/** The signals that somebody sees, or about which something was said. */
function notedSignals(now: ToolTurn): readonly NotedSignal[] {
  return now.walk.steps.flatMap((step) => {
    const answer = now.answers[step.id];
    if (!answer || !step.choices) return [];
    const seen = seenBy(step, answer);
    return seen.school || seen.home || seen.note !== '' ? [{ ...seen, name: headingOf(now, step.id) }] : [];
  });
}

function seenTable(now: ToolTurn, noted: readonly NotedSignal[]): KeepsakeBlock {
  const { text } = walkWords(now);
  if (noted.length === 0) return { type: 'paragraph', text: text('none') };

  const mark = (sees: boolean) => (sees ? text('sees') : '');
  return {
    type: 'table',
    head: ['signal', 'school', 'home', 'note'].map(text),
    rows: noted.map(({ name, school, home, note }) => [name, mark(school), mark(home), note]),
  };
}

function onlyOne(now: ToolTurn, noted: readonly NotedSignal[]): readonly KeepsakeSection[] {
  const { text } = walkWords(now);
  const items = noted
    .filter(({ school, home }) => school !== home)
    .map(({ name, school }) => `${name} (${text(school ? 'school' : 'home').toLowerCase()})`);
  if (items.length === 0) return [];
  return [
    {
      heading: text('only-one'),
      blocks: [
        { type: 'list', items },
        { type: 'paragraph', text: text('only-one-why') },
      ],
    },
  ];
}
