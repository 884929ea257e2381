import type { Keepsake, KeepsakeBlock, KeepsakeCard, KeepsakeSection } from '../keepsakes/keepsake.ts';
import { answerBlock, headingOf, ownWords } from './ownWords.ts';
import type { Tool, ToolTurn } from './tool.ts';
import type { ToolAnswers } from './toolAnswers.ts';
import { keepsakeOf, walkWords } from './walkWords.ts';

/** What can be made, with the questions for it. */
const STEPS = {
  newsletter: ['practised', 'children', 'at-home'],
  question: ['at-home'],
  homework: ['exercise', 'task'],
  card: ['saw', 'meant'],
} as const;
type Made = keyof typeof STEPS;

/** Room for drawings and photos in the newsletter, in lines. */
const ROOM = 8;
/** Cards on a sheet beside the one that was written, to write by hand. */
const BLANK_CARDS = 3;
const DOTS = '. '.repeat(14).trim();

/** Something small for home in between two talks: a newsletter, a question, homework together or a compliment card. */
export const inBetween: Tool = {
  id: 'in-between',
  route: (answers) => ['make', ...STEPS[madeIn(answers)]],
  keepsake: (now) => ({ ...paper(now), sources: [] }),
};

/** A paper for parents names no literature; the word for source tells the teacher. */
function paper(now: ToolTurn): Keepsake {
  const { text } = walkWords(now);
  const made = madeIn(now.answers);
  const title = text(`${made}-title`);
  if (made === 'card') return keepsakeOf(now, [{ blocks: [cards(now, title)] }, watch(now, 'card')]);
  return keepsakeOf(now, [
    { heading: title, blocks: [{ type: 'paragraph', text: text('dear') }] },
    ...STEPS[made].map((id) => part(now, id)),
    { blocks: [{ type: 'paragraph', text: text('talk') }] },
    ...(made === 'newsletter' ? [watch(now, made)] : []),
  ]);
}

/** A newsletter until something else is chosen. */
function madeIn(answers: ToolAnswers): Made {
  const chosen = answers['make']?.choice;
  return chosen === 'question' || chosen === 'homework' || chosen === 'card' ? chosen : 'newsletter';
}

function part(now: ToolTurn, id: string): KeepsakeSection {
  if (id !== 'children') return ownWords(now, id);
  const room: KeepsakeBlock = { type: 'lines', label: walkWords(now).text('draw-here'), count: ROOM };
  return { heading: headingOf(now, id), blocks: [...(now.answers[id] ? [answerBlock(now, id)] : []), room] };
}

/** The card that was written, and cards to write by hand. Names are never typed: there is room for them. */
function cards(now: ToolTurn, title: string): KeepsakeBlock {
  const { text } = walkWords(now);
  const names = [text('card-for'), text('card-from')].map((word) => `${word}: ${DOTS}`).join('\n');
  const written = ['saw', 'meant'].flatMap((id) => now.answers[id]?.words ?? []).join(' ');
  const blank: KeepsakeCard = { title, text: `${names}\n\n${text('card-blank')}`, lines: 3 };
  const first = written === '' ? blank : { title, text: `${names}\n\n${written}` };
  return { type: 'cards', cards: [first, ...Array.from({ length: BLANK_CARDS }, () => blank)] };
}

function watch(now: ToolTurn, made: 'newsletter' | 'card'): KeepsakeSection {
  const { text, list } = walkWords(now);
  return { heading: text('watch'), blocks: [{ type: 'list', as: 'boxes', items: list(`${made}-watch`) }] };
}
