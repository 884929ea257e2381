import type { KeepsakeSection } from '../keepsakes/keepsake.ts';
import type { Tool, ToolTurn } from './tool.ts';
import { verdictOf } from './verdictOf.ts';
import { keepsakeOf, walkWords } from './walkWords.ts';

/** Bullying, teasing or a quarrel: what it looks like, why, what is not known, and what to do next. */
export const bullyingOrNot: Tool = {
  id: 'bullying-or-not',
  keepsake: (now) => {
    const { text, list } = walkWords(now);
    const verdict = verdictOf(now.answers);
    const isFromOneSide = now.answers['seen']?.choice === 'heard';
    const doubts = [text(`${verdict}-doubt`), ...(isFromOneSide ? [text('doubt-heard')] : [])];
    return keepsakeOf(now, [
      { heading: text('verdict'), blocks: [{ type: 'paragraph', text: text(verdict) }] },
      { heading: text('why'), blocks: [{ type: 'paragraph', text: text(`${verdict}-why`) }] },
      { heading: text('doubt'), blocks: doubts.map((doubt) => ({ type: 'paragraph', text: doubt })) },
      ...atKindergarten(now),
      { heading: text('next'), blocks: [{ type: 'list', as: 'boxes', items: list(`${verdict}-next`) }] },
      { heading: text('given'), blocks: [{ type: 'list', items: given(now) }] },
    ]);
  },
};

function atKindergarten(now: ToolTurn): readonly KeepsakeSection[] {
  if (now.answers['age']?.choice !== 'kindergarten') return [];
  const { text, list } = walkWords(now);
  return [{ heading: text('kindergarten'), blocks: [{ type: 'list', items: list('kindergarten-lines') }] }];
}

function given({ walk, answers, turn }: ToolTurn): readonly string[] {
  return walk.steps.flatMap(({ id, heading, ask }) => {
    const answer = answers[id];
    return answer ? [`${(heading ?? ask)[turn.memory.locale]}: ${answer.words}`] : [];
  });
}
