import type { Activity } from 'botbuilder-core';
import { guideSays, type Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { keepsakeMessage } from '../keepsakes/keepsakeMessage.ts';
import type { Plan } from './plan.ts';
import { planKeepsake } from './planKeepsake.ts';
import { hasAnswers } from './planProgress.ts';

/** The plan on one page, to keep, and on to rehearse it; nothing to keep while nothing was answered. */
export function planMessage(turn: DialogTurn, plan: Plan): Partial<Activity> {
  const { memory, t } = turn;
  if (!hasAnswers(plan)) {
    const suggestions = [{ title: t('dialogs.menu.prepare'), value: t('dialogs.word.prepare') }];
    return guideSays(memory.locale, 'notice', t('prepare.plan.empty'), { suggestions });
  }
  return keepsakeMessage(turn, planKeepsake(turn, plan), t('prepare.plan.ready'), planSuggestions(turn));
}

function planSuggestions({ t }: DialogTurn): readonly Suggestion[] {
  const words = [
    ['own', 'own'],
    ['change', 'prepare'],
    ['afterwards', 'afterwards'],
  ] as const;
  return words.map(([title, word]) => ({ title: t(`prepare.button.${title}`), value: t(`prepare.word.${word}`) }));
}
