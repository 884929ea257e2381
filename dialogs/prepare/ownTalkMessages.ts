import type { Activity } from 'botbuilder-core';
import { named, OWN_CASE } from '../../content/ownCase/ownScenario.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Rehearsed } from '../memory.ts';
import { plain } from '../rehearse/parentLine.ts';
import { childIn } from './childIn.ts';
import { canBeRehearsed, planOfTalk } from './ownTalk.ts';
import { prepareIn } from './prepareSteps.ts';

/** Why the teacher's own talk cannot be rehearsed now, and what to do. */
export function noOwnTalk({ memory, t }: DialogTurn, why: 'none' | 'refused'): Partial<Activity> {
  const suggestions = [
    { title: t('dialogs.menu.prepare'), value: t('dialogs.word.prepare') },
    { title: t('dialogs.menu.rehearse'), value: t('dialogs.word.rehearse') },
  ];
  return guideSays(memory.locale, 'notice', t(`prepare.own.${why}`), { suggestions });
}

/** The teacher's own talk above the list to choose from; nothing while there is none. */
export function ownTalkLine(turn: DialogTurn): readonly string[] {
  const { content, memory, t } = turn;
  if (!canBeRehearsed(memory.plan)) return [];
  const { title, summary } = named(prepareIn(content).any, plain(childIn(turn, memory.plan)));
  return [t('prepare.own.listed', { title: title[memory.locale], summary: summary[memory.locale] })];
}

/** What the talk of an earlier rehearsal is called; its id when it is there no more. */
export function titleOfTalk(turn: DialogTurn, talk: Pick<Rehearsed, 'scenario' | 'plan'>): string {
  const { content, memory } = turn;
  const { locale } = memory;
  if (talk.scenario !== OWN_CASE) {
    return content.scenarios.find(({ id }) => id === talk.scenario)?.title[locale] ?? talk.scenario;
  }
  const plan = planOfTalk(memory, talk);
  const { any } = prepareIn(content);
  return named(any.title[locale], plan ? childIn(turn, plan) : any.child.nickname[locale]);
}
