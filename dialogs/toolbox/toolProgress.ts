import type { ToolStep, ToolWalk } from '../../content/schema/toolWalk.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Tool, ToolTurn } from './tool.ts';
import type { ToolAnswer, ToolProgress } from './toolAnswers.ts';

/** Where a walk stands, and the step that is asked there. */
export interface Progress {
  readonly progress: ToolProgress;
  readonly step: ToolStep;
}

/** What the teacher wants at a step. */
export type GivenAnswer =
  | { readonly kind: 'answer'; readonly answer: ToolAnswer }
  /** On, without a new answer. */
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'done' }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'stop' }
  /** One of the choices was asked for, and this is none of them. */
  | { readonly kind: 'unclear' };

/** The steps of this walk in order, given the answers so far. */
export function stepsOf(walk: ToolWalk, tool: Tool, answers: ToolTurn['answers']): readonly ToolStep[] {
  if (!tool.route) return walk.steps;
  return tool.route(answers).map((id) => stepNamed(walk, id));
}

/** Where this tool stands in memory; at its first step when it was not begun, or when its content has changed since. */
export function progressOf({ memory }: DialogTurn, tool: Tool, walk: ToolWalk): Progress {
  const kept = memory.tools?.[tool.id];
  const answers = kept?.answers ?? {};
  const steps = stepsOf(walk, tool, answers);
  const step = steps.find(({ id }) => id === kept?.at) ?? steps[0];
  if (!step) throw new Error(`The walk through ${tool.id} has no steps.`);
  return { progress: { at: step.id, answers }, step };
}

/** From the start, without answers. */
export function startAgain({ walk }: ToolTurn, tool: Tool): ToolProgress {
  return { at: stepsOf(walk, tool, {})[0]?.id ?? '', answers: {} };
}

/** Id of the step after this one; undefined after the last. */
export function stepAfter({ walk }: ToolTurn, tool: Tool, { at, answers }: ToolProgress): string | undefined {
  const steps = stepsOf(walk, tool, answers);
  return steps[steps.findIndex(({ id }) => id === at) + 1]?.id;
}

/** Id of the step before this one; the first stays. */
export function stepBefore({ walk }: ToolTurn, tool: Tool, { at, answers }: ToolProgress): string {
  const steps = stepsOf(walk, tool, answers);
  return steps[steps.findIndex(({ id }) => id === at) - 1]?.id ?? at;
}

/** The answer to the step that is asked now, in place of an earlier one. */
export function withAnswer({ at, answers }: ToolProgress, answer: ToolAnswer): ToolProgress {
  return { at, answers: { ...answers, [at]: answer } };
}

/** Reads what was typed at a step: a word for the way on, a choice by its label, id or number, or own words. */
export function readAnswer(turn: DialogTurn, step: ToolStep, text: string): GivenAnswer {
  const said = text.trim();
  const { at } = turn;
  if (turn.command?.command === 'stop') return { kind: 'stop' };
  if (turn.command?.command === 'next' || isWord(turn, said, 'skip')) return { kind: 'next' };
  if (turn.command?.command === 'rewind' || isWord(turn, said, 'back')) return { kind: 'back' };
  if (isWord(turn, said, 'done')) return { kind: 'done' };
  if (turn.command?.command === 'again' || isWord(turn, said, 'startOver')) return { kind: 'start-over' };
  if (step.kind === 'read') return { kind: 'next' };
  if (said === '') return { kind: 'unclear' };

  const choice = chosen(step, said);
  if (choice) return { kind: 'answer', answer: { words: choice.label[turn.memory.locale], choice: choice.id, at } };
  return step.choices && !step.open ? { kind: 'unclear' } : { kind: 'answer', answer: { words: said, at } };
}

function chosen({ choices = [], open }: ToolStep, said: string) {
  const word = folded(said);
  const exact = choices.find(({ id, label }, index) =>
    [id, folded(label.nl), folded(label.en), String(index + 1)].includes(word),
  );
  if (exact || open) return exact;
  const [only, ...others] = choices.filter(({ label }) => holds(label.nl, word) || holds(label.en, word));
  return others.length === 0 ? only : undefined;
}

/** Whether these words are part of a label: `boos` of `Boos of teleurgesteld`. */
function holds(label: string, words: string): boolean {
  return words.length > 3 && ` ${folded(label).replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${words} `);
}

function isWord({ texts }: DialogTurn, said: string, key: string): boolean {
  return [texts('nl'), texts('en')].some((t) => folded(t(`tools.word.${key}`)) === folded(said));
}

function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/(?<![.!])[.!]+$/u, '');
}

function stepNamed({ steps }: ToolWalk, id: string): ToolStep {
  const step = steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`The walk has no step ${id}.`);
  return step;
}
