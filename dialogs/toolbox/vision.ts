import type { KeepsakeBlock, KeepsakeSection } from '../keepsakes/keepsake.ts';
import type { Tool, ToolTurn } from './tool.ts';
import { keepsakeOf, walkWords } from './walkWords.ts';

/** The vision of a school, question by question, into a first draft on one page. What was skipped stays open on it. */
export const vision: Tool = {
  id: 'vision',
  keepsake: (now) => {
    const words = walkWords(now);
    const next: KeepsakeSection = {
      heading: words.text('next-heading'),
      blocks: [
        { type: 'list', as: 'boxes', items: words.list('next') },
        { type: 'paragraph', as: 'note', text: words.text('test') },
      ],
    };
    return keepsakeOf(now, [...answered(now), ...open(now), next]);
  },
};

function answered({ walk, answers, turn }: ToolTurn): readonly KeepsakeSection[] {
  const { locale } = turn.memory;
  return walk.steps.flatMap(({ id, heading, ask }) => {
    const answer = answers[id];
    if (!answer) return [];
    const blocks: readonly KeepsakeBlock[] = [{ type: 'paragraph', text: answer.words }];
    return [{ heading: (heading ?? ask)[locale], blocks }];
  });
}

function open(now: ToolTurn): readonly KeepsakeSection[] {
  const { walk, answers, turn } = now;
  const questions = walk.steps.filter(({ id }) => !answers[id]).map(({ ask }) => unmarked(ask[turn.memory.locale]));
  if (questions.length === 0) return [];
  return [{ heading: walkWords(now).text('open'), blocks: [{ type: 'list', items: questions }] }];
}

/** A question without its marks for bold: a keepsake holds plain words. */
function unmarked(text: string): string {
  return text.replaceAll('**', '');
}
