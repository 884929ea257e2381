import type { KeepsakeSection } from '../keepsakes/keepsake.ts';
import { answeredOnly, headingOf } from './ownWords.ts';
import { pickedItems } from './pickedItems.ts';
import type { Tool, ToolTurn } from './tool.ts';
import { keepsakeOf, walkWords } from './walkWords.ts';

/** Picture books to read about bullying, where to stop, and the questions to ask while reading. */
export const books: Tool = {
  id: 'books',
  keepsake: (now) => {
    const { text, list } = walkWords(now);
    return keepsakeOf(now, [
      ...answeredOnly(now, 'where'),
      {
        heading: headingOf(now, 'which'),
        blocks: [{ type: 'list', items: pickedItems(list('books'), now.answers['which']?.words) }],
      },
      ...answeredOnly(now, 'stop-at'),
      { heading: text('how'), blocks: [{ type: 'list', as: 'numbers', items: list('how') }] },
      ...readingQuestions(now),
    ]);
  },
};

/** The questions for the youngest are written once, in the tool for the talk at home. */
function readingQuestions(now: ToolTurn): readonly KeepsakeSection[] {
  const { content, memory } = now.turn;
  const questions = content.toolbox.find(({ id }) => id === 'talk-at-home')?.walk?.lists['younger-questions'];
  if (!questions) return [];
  const items = questions.map((question) => question[memory.locale]);
  return [{ heading: walkWords(now).text('questions'), blocks: [{ type: 'list', items }] }];
}
