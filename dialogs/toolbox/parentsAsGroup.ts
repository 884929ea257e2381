import { answeredOnly, headingOf, ownWords } from './ownWords.ts';
import type { Tool } from './tool.ts';
import { keepsakeOf, walkWords } from './walkWords.ts';

/** How many agreements the parents make together. */
const AGREEMENTS = 3;

/** A plan on one page for a moment at which parents get to know each other and agree how to go about it. */
export const parentsAsGroup: Tool = {
  id: 'parents-as-group',
  keepsake: (now) => {
    const { text, list } = walkWords(now);
    return keepsakeOf(now, [
      ...answeredOnly(now, 'moment'),
      { heading: text('open'), blocks: [{ type: 'paragraph', as: 'quote', text: text('open-words') }] },
      { heading: text('steps'), blocks: [{ type: 'list', as: 'numbers', items: list('steps') }] },
      ownWords(now, 'question'),
      ...answeredOnly(now, 'agreements'),
      { heading: text('write'), blocks: [{ type: 'lines', label: headingOf(now, 'agreements'), count: AGREEMENTS }] },
      ownWords(now, 'welcome'),
      ownWords(now, 'missing'),
      { heading: text('why'), blocks: [{ type: 'list', items: list('why') }] },
      { heading: text('beware'), blocks: [{ type: 'paragraph', text: text('beware-words') }] },
    ]);
  },
};
