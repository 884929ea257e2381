import type { Activity } from 'botbuilder-core';
import { TIPS } from '../../content/schema/move.ts';
import { PLAN_STEPS } from '../../content/schema/prepare.ts';
import { guideSays, type Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { plain } from '../rehearse/parentLine.ts';
import { withoutName } from '../tips/withoutName.ts';
import { dateInWords } from '../toolbox/plannedFor.ts';
import { childIn } from './childIn.ts';
import { examplesFor } from './exampleFor.ts';
import { nicknameIn, type Plan } from './plan.ts';
import { type AskedStep, placeOf, prepareIn, stepNamed } from './prepareSteps.ts';
import { proposalsAt } from './proposalsAt.ts';

/** Teams shows no more buttons. */
const MOST_BUTTONS = 6;

/** The question of the step the plan is at; `before`: said first. One message. */
export function askMessage(turn: DialogTurn, plan: Plan, before?: string): Partial<Activity> {
  const { content, memory, t } = turn;
  const { locale } = memory;
  const step = stepNamed(content, plan.at);
  const child = childIn(turn, plan);
  const earlier = earlierAt(turn, plan, step);
  const ask = step.ask[locale].replaceAll('{child}', child);
  const place = t('tools.place', { number: placeOf(step.id), count: PLAN_STEPS.length });
  const text = [
    before,
    step.part ? `## ${step.part[locale]}` : undefined,
    ...(step.tip === null ? [`${place} ${ask}`] : [...aboutTip(turn, plan, step), ask]),
    proposals(turn, plan, step),
    step.example ? t('tools.example', { example: step.example[locale] }) : undefined,
    earlier ? t('tools.earlier', { answer: plain(earlier) }) : undefined,
    step.choices ? t('prepare.ways') : undefined,
  ].filter((part) => part !== undefined);
  return guideSays(locale, 'plan', text.join('\n\n'), { suggestions: waysOn(turn, plan, step) });
}

/** What a sentence does, and whether it stays as it is. */
export function checkMessage(turn: DialogTurn, feedback: string, better: string | null): Partial<Activity> {
  const { memory, t } = turn;
  const words = ['keep', ...(better === null ? [] : ['take'])];
  const suggestions = [
    ...words.map((word) => ({ title: t(`prepare.button.${word}`), value: t(`prepare.word.${word}`) })),
    ...toolWords(turn, ['back', 'stop']),
  ];
  return guideSays(memory.locale, 'plan', feedback, { suggestions });
}

/** The plan is put away; what was answered stays. */
export function stoppedMessage({ memory, t }: DialogTurn): Partial<Activity> {
  const suggestions = [
    { title: t('prepare.button.goOn'), value: t('prepare.word.prepare') },
    { title: t('dialogs.menu.rehearse'), value: t('dialogs.word.rehearse') },
  ];
  return guideSays(memory.locale, 'notice', t('prepare.stopped'), { suggestions });
}

/** There is a plan already: show it, change it, or make another. */
export function haveMessage(turn: DialogTurn, plan: Plan, lead?: string): Partial<Activity> {
  const { content, memory, t } = turn;
  const nickname = nicknameIn(plan);
  const about = nickname ? t('prepare.haveAbout', { child: nickname }) : '';
  const steps = PLAN_STEPS.map((id) => `${placeOf(id)}. ${headingOf(stepNamed(content, id), memory.locale)}`);
  const text = [lead ?? t('prepare.have', { about }), t('prepare.number'), steps.join('\n')];
  const words = ['show', 'own', 'new'] as const;
  const suggestions = [
    ...words.map((word) => ({ title: t(`prepare.button.${word}`), value: t(`prepare.word.${word}`) })),
    ...toolWords(turn, ['stop']),
  ];
  return guideSays(memory.locale, 'plan', text.join('\n\n'), { suggestions });
}

/** What was answered here before; of the day of the talk, what was understood. */
function earlierAt(turn: DialogTurn, plan: Plan, { id }: AskedStep): string | undefined {
  return id === 'meeting' && plan.meeting ? dateInWords(turn, plan.meeting) : plan.answers[id]?.words;
}

function headingOf({ heading, ask }: AskedStep, locale: DialogTurn['memory']['locale']): string {
  return (heading ?? ask)[locale];
}

function aboutTip(turn: DialogTurn, plan: Plan, { tip: id }: AskedStep): readonly string[] {
  const { content, memory, t } = turn;
  const { locale } = memory;
  const tip = content.tips.find((known) => known.id === id);
  if (!tip) return [];
  const place = t('tools.place', { number: placeOf(tip.id), count: PLAN_STEPS.length }).replaceAll('**', '');
  const child = nicknameIn(plan) ?? t('dialogs.tip.child');
  const examples = examplesFor(prepareIn(content).examples, tip.id, plan).map(({ text }, index) =>
    t(index === 0 ? 'prepare.tipExample' : 'prepare.tipOr', { example: withoutName(text[locale], child) }),
  );
  const name = tip.name[locale];
  const heading = t('prepare.tip', { place, number: TIPS.indexOf(tip.id) + 1, name });
  return [`${heading}  \n${tip.what[locale]}`, examples.join('  \n')];
}

/** What can be taken over as it stands, as a list by number. */
function proposals(turn: DialogTurn, plan: Plan, { id }: AskedStep): string | undefined {
  const items = proposalsAt(turn, plan, id);
  return items.length > 0 ? items.map((item, index) => `${index + 1}. ${item}`).join('\n') : undefined;
}

function waysOn(turn: DialogTurn, plan: Plan, step: AskedStep): readonly Suggestion[] {
  const { memory, t } = turn;
  const choices = (step.choices ?? []).map(({ label }) => label[memory.locale]);
  const pressed = choices.map((title) => ({ title, value: title }));
  const own = ['fine', 'dontKnow'].filter((word) => word === 'dontKnow' || proposalsAt(turn, plan, step.id).length > 0);
  const words = own.map((word) => ({ title: t(`prepare.button.${word}`), value: t(`prepare.word.${word}`) }));
  const begun = Object.keys(plan.answers).length > 0;
  const ways = toolWords(turn, ['skip', ...(placeOf(step.id) > 1 ? ['back'] : []), ...(begun ? ['done'] : []), 'stop']);
  return [...pressed, ...(step.choices ? [] : words), ...ways].slice(0, MOST_BUTTONS);
}

function toolWords({ t }: DialogTurn, words: readonly string[]): readonly Suggestion[] {
  return words.map((word) => t(`tools.word.${word}`)).map((title) => ({ title, value: title }));
}
