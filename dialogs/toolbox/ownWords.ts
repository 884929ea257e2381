import type { KeepsakeBlock, KeepsakeSection } from '../keepsakes/keepsake.ts';
import type { ToolTurn } from './tool.ts';

/** How many empty lines stand for an answer that was skipped. */
const LINES = 2;

/** What was answered at a step, under its heading; lines to write on when it was skipped. */
export function ownWords(now: ToolTurn, id: string): KeepsakeSection {
  return { heading: headingOf(now, id), blocks: [answerBlock(now, id)] };
}

/** The same only when it was answered. */
export function answeredOnly(now: ToolTurn, id: string): readonly KeepsakeSection[] {
  return now.answers[id] ? [ownWords(now, id)] : [];
}

/** The answer at a step as a paragraph, or lines to write it on. */
export function answerBlock(now: ToolTurn, id: string): KeepsakeBlock {
  const answer = now.answers[id];
  if (answer) return { type: 'paragraph', text: answer.words };
  return { type: 'lines', label: headingOf(now, id), count: LINES };
}

/** What stands above the answer to a step. Throws when the walk has no such step. */
export function headingOf({ walk, entry, turn }: ToolTurn, id: string): string {
  const step = walk.steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`The walk through ${entry.id} has no step ${id}.`);
  return (step.heading ?? step.ask)[turn.memory.locale];
}
