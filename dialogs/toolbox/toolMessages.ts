import type { Activity } from 'botbuilder-core';
import type { ToolStep } from '../../content/schema/toolWalk.ts';
import { guideSays, type Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { plain } from '../rehearse/parentLine.ts';
import type { Tool, ToolTurn } from './tool.ts';
import type { ToolProgress } from './toolAnswers.ts';
import { stepsOf } from './toolProgress.ts';

/** The question of a step, with what stands before it and everything that can be pressed. One message. */
export function askStep(now: ToolTurn, tool: Tool, progress: ToolProgress, before?: string): Partial<Activity> {
  const { turn, walk } = now;
  const { memory, t } = turn;
  const { locale } = memory;
  const steps = stepsOf(walk, tool, progress.answers);
  const at = steps.findIndex(({ id }) => id === progress.at);
  const step = steps[at];
  if (!step) throw new Error(`The walk through ${tool.id} has no step ${progress.at}.`);

  const earlier = progress.answers[step.id]?.words;
  const text = [
    before,
    step.part ? `## ${step.part[locale]}` : undefined,
    `${t('tools.place', { number: at + 1, count: steps.length })} ${step.ask[locale]}`,
    step.example ? t('tools.example', { example: step.example[locale] }) : undefined,
    earlier ? t('tools.earlier', { answer: plain(earlier) }) : undefined,
  ].filter((part) => part !== undefined);
  return guideSays(locale, 'plan', text.join('\n\n'), { suggestions: waysOn(turn, step, at, progress) });
}

/** The question again, after something else came in between. */
export function stillOpenMessage({ memory, t }: DialogTurn, question: Partial<Activity>): Partial<Activity> {
  const text = [t('tools.stillOpen'), question.text ?? ''].join('\n\n');
  const { suggestedActions } = question;
  return { ...guideSays(memory.locale, 'plan', text), ...(suggestedActions ? { suggestedActions } : {}) };
}

/** The tool is put away; what was answered stays. */
export function stoppedMessage(now: ToolTurn): Partial<Activity> {
  const { memory, t } = now.turn;
  const text = t('tools.stopped', { command: beginWord(now) });
  return guideSays(memory.locale, 'notice', text, { suggestions: beginOrLeave(now, t('tools.goOn')) });
}

/** The walk is over and nothing was filled in. */
export function nothingYetMessage(now: ToolTurn): Partial<Activity> {
  const { memory, t } = now.turn;
  const suggestions = beginOrLeave(now, t('tools.change'));
  return guideSays(memory.locale, 'notice', t('tools.nothingYet'), { suggestions });
}

function beginOrLeave(now: ToolTurn, title: string): readonly Suggestion[] {
  const { t } = now.turn;
  return [
    { title, value: beginWord(now) },
    { title: t('dialogs.toolbox.back'), value: t('dialogs.word.toolbox') },
  ];
}

function beginWord({ turn: { t }, entry }: ToolTurn): string {
  return `${t('tools.word.make')} ${entry.id}`;
}

function waysOn({ memory, t }: DialogTurn, step: ToolStep, at: number, progress: ToolProgress): readonly Suggestion[] {
  const choices = (step.choices ?? []).map(({ label }) => label[memory.locale]);
  const words = [
    step.kind === 'read' ? 'next' : 'skip',
    ...(at > 0 ? ['back'] : []),
    ...(Object.keys(progress.answers).length > 0 ? ['done'] : []),
    'stop',
  ].map((word) => t(`tools.word.${word}`));
  return [...choices, ...words].map((title) => ({ title, value: title }));
}
