import type { Activity } from 'botbuilder-core';
import { named } from '../../content/ownCase/ownScenario.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { plain } from '../rehearse/parentLine.ts';
import { childIn } from './childIn.ts';
import { canBeRehearsed } from './ownTalk.ts';
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
