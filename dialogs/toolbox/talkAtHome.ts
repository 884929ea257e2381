import type { KeepsakeSection } from '../keepsakes/keepsake.ts';
import { answeredOnly, headingOf } from './ownWords.ts';
import { pickedItems } from './pickedItems.ts';
import type { Tool, ToolTurn } from './tool.ts';
import type { ToolAnswers } from './toolAnswers.ts';
import { keepsakeOf, walkWords } from './walkWords.ts';

/** Stands in a question for who the book is about; on paper it is a gap to fill in. */
const GAP = '…';

const OLDER = ['older-questions', 'older-example'];
const YOUNGER = ['figure', 'younger-questions', 'younger-example'];

/** Questions for a parent to take home: looking back on the day, or a picture book, with an example of such a talk. */
export const talkAtHome: Tool = {
  id: 'talk-at-home',
  route: (answers) => [
    'age',
    ...(isFor(answers, 'older') ? OLDER : []),
    ...(isFor(answers, 'younger') ? YOUNGER : []),
    'moment',
  ],
  keepsake: (now) => {
    const { text, list } = walkWords(now);
    return keepsakeOf(now, [
      ...(isFor(now.answers, 'older') ? [questions(now, 'older'), example(now, 'older')] : []),
      ...(isFor(now.answers, 'younger') ? [questions(now, 'younger'), example(now, 'younger')] : []),
      ...answeredOnly(now, 'moment'),
      {
        heading: text('tips'),
        blocks: [
          { type: 'list', items: list('tips') },
          { type: 'paragraph', text: text('teller') },
        ],
      },
    ]);
  },
};

type Age = 'older' | 'younger';

/** Both ages until one of them is chosen. */
function isFor(answers: ToolAnswers, age: Age): boolean {
  const chosen = answers['age']?.choice ?? 'any';
  return chosen === 'any' || chosen === age;
}

function questions(now: ToolTurn, age: Age): KeepsakeSection {
  const step = `${age}-questions`;
  const figure = age === 'younger' ? now.answers['figure']?.words : undefined;
  const items = pickedItems(walkWords(now).list(step), now.answers[step]?.words);
  return {
    heading: headingOf(now, step),
    blocks: [{ type: 'list', items: figure ? items.map((item) => item.replaceAll(GAP, figure)) : items }],
  };
}

function example(now: ToolTurn, age: Age): KeepsakeSection {
  const { text, list } = walkWords(now);
  return {
    heading: text('example'),
    blocks: [
      { type: 'paragraph', text: list(`${age}-example`).join('\n') },
      { type: 'paragraph', as: 'note', text: text('example-note') },
    ],
  };
}
