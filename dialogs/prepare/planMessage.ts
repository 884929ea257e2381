import type { Activity } from 'botbuilder-core';
import { guideSays, type Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { keepsakeMessage } from '../keepsakes/keepsakeMessage.ts';
import { canBeRehearsed } from './ownTalk.ts';
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
  const ready = t(canBeRehearsed(plan) ? 'prepare.plan.ready' : 'prepare.plan.some');
  return keepsakeMessage(turn, planKeepsake(turn, plan), ready, planSuggestions(turn, plan));
}

function planSuggestions({ t }: DialogTurn, plan: Plan): readonly Suggestion[] {
  const words = [
    ...(canBeRehearsed(plan) ? ([['own', 'own']] as const) : []),
    ['change', 'prepare'],
    ['afterwards', 'afterwards'],
  ] as const;
  return words.map(([title, word]) => ({ title: t(`prepare.button.${title}`), value: t(`prepare.word.${word}`) }));
}
