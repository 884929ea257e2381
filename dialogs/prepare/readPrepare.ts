import { PLAN_STEPS, type PlanStep } from '../../content/schema/prepare.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { type GivenAnswer, readAnswer } from '../toolbox/toolProgress.ts';
import { type AskedStep, prepareIn } from './prepareSteps.ts';

/** What the teacher wants at a step of the walk to a plan. */
export type GivenToPrepare =
  | GivenAnswer
  /** The proposal in place of the own sentence. */
  | { readonly kind: 'take' }
  | { readonly kind: 'go-to'; readonly step: PlanStep }
  /** The teacher does not know. */
  | { readonly kind: 'help' }
  /** No words at all, as in an emoji. */
  | { readonly kind: 'empty' };

/**
 * Reads what was typed. `mode`: whether a step is asked, its sentence looked at (`check`), or one of the steps of a
 * finished plan is to be chosen.
 */
export function readPrepare(
  turn: DialogTurn,
  step: AskedStep,
  mode: 'ask' | 'check' | 'choose',
  text: string,
): GivenToPrepare {
  const said = folded(text);
  if (isWord(turn, said, 'prepare.word.new')) return { kind: 'start-over' };
  if (isWord(turn, said, 'prepare.word.show')) return { kind: 'done' };
  if (mode === 'choose') return chosen(turn, step, text);
  if (mode === 'check' && isOneOf(turn, said, 'prepare.said.take')) return { kind: 'take' };
  if (mode === 'check' && isOneOf(turn, said, 'prepare.said.change')) return { kind: 'back' };
  if (step.tip !== null && isOneOf(turn, said, 'prepare.said.keep'))
    return { kind: hasSentence(turn, step) ? 'next' : 'help' };
  if (turn.command?.command === 'hint' || isUnknown(turn, said)) return { kind: 'help' };

  const given = readAnswer(turn, step, text);
  const hasWords = /[\p{L}\p{N}]/u.test(text);
  if (given.kind === 'answer' && !hasWords) return { kind: 'empty' };
  if (given.kind === 'answer' && step.choices && !given.answer.choice && !/\p{L}/u.test(text))
    return { kind: 'unclear' };
  return given.kind === 'unclear' && text.trim() === '' ? { kind: 'empty' } : given;
}

/** A step of a finished plan by its number. */
function chosen(turn: DialogTurn, step: AskedStep, text: string): GivenToPrepare {
  const number = /^\s*(\d{1,2})[.)]?\s*$/u.exec(text)?.[1];
  const named = number === undefined ? undefined : PLAN_STEPS[Number(number) - 1];
  if (named) return { kind: 'go-to', step: named };
  const given = readAnswer(turn, step, text);
  return given.kind === 'answer' || given.kind === 'unclear' || given.kind === 'back' ? { kind: 'empty' } : given;
}

function isUnknown({ content }: DialogTurn, said: string): boolean {
  const { nl, en } = prepareIn(content).walk.dontKnow;
  return [...nl, ...en].includes(said);
}

function hasSentence({ memory }: DialogTurn, { id }: AskedStep): boolean {
  return memory.plan?.answers[id] !== undefined;
}

/** Whether it is one of the ways to say something that stand under this key, a bar between them. */
function isOneOf({ texts }: DialogTurn, said: string, key: string): boolean {
  return [texts('nl'), texts('en')].some((t) => t(key).split('|').includes(said));
}

function isWord({ texts }: DialogTurn, said: string, key: string): boolean {
  return [texts('nl'), texts('en')].some((t) => t(key) === said);
}

function folded(text: string): string {
  return text
    .slice(0, 100)
    .toLowerCase()
    .replace(/[‘’]/gu, "'")
    .replace(/[.!?…,]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
