import type { Activity } from 'botbuilder-core';
import { guideSays, type Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { keepsakeMessage } from '../keepsakes/keepsakeMessage.ts';
import { canBeRehearsed } from '../prepare/ownTalk.ts';
import type { LookBack, LookingBack } from './lookBack.ts';
import { lookBackKeepsake } from './lookBackKeepsake.ts';
import { nearestScenario } from './nearestScenario.ts';
import { type KeptPromise, withPromises } from './promises.ts';

/** As many looks back as are kept. */
const MOST_KEPT = 20;

/** The look back is kept, its promises go on the list, and what can be kept of it is shown with what one can do next. */
export function finishedMessage(turn: DialogTurn, back: LookingBack, reply?: string): Partial<Activity> {
  const { memory, t, services, at } = turn;
  if (isEmpty(back))
    return guideSays(memory.locale, 'notice', t('tools.nothingYet'), { suggestions: waysOn(turn, back) });

  const id = services.newId();
  const { talk, planId, tips, agreements, next } = back;
  const kept: LookBack = { version: 1, id, at, talk, planId, tips, agreements, next };
  const promises = promisesOf(back, id, at);
  memory.lookBacks = [...(memory.lookBacks ?? []), kept].slice(-MOST_KEPT);
  memory.promises = withPromises(memory.promises, promises);
  memory.cited = { kind: 'tip', tip: 'be-reachable' };
  return keepsakeMessage(turn, lookBackKeepsake(turn, kept, promises), reply, waysOn(turn, back));
}

function isEmpty({ tips, agreements, promises, next }: LookingBack): boolean {
  return Object.keys(tips).length === 0 && agreements.length === 0 && promises.length === 0 && next === null;
}

/** What the teacher does, alone or with the parent, is a promise too. */
function promisesOf({ agreements, promises, talk }: LookingBack, id: string, madeAt: string): readonly KeptPromise[] {
  const own = agreements.filter(({ who }) => who === 'me' || who === 'both');
  return [...own, ...promises].map(({ what, due }, index) => ({
    id: `${id}-${index + 1}`,
    what,
    due,
    talk,
    madeAt,
    status: 'open',
  }));
}

function waysOn(turn: DialogTurn, back: LookingBack): readonly Suggestion[] {
  const { t } = turn;
  const rehearse = wordsToRehearse(turn, back);
  return [
    ...(rehearse === null ? [] : [{ title: t('afterwards.way.rehearse'), value: rehearse }]),
    { title: t('afterwards.way.list'), value: t('afterwards.word.promises') },
    { title: t('dialogs.menu.prepare'), value: t('dialogs.word.prepare') },
    { title: t('tips.button.source'), value: t('dialogs.word.source') },
  ];
}

/** The words that rehearse this talk: the teacher's own case, when it was planned, else the nearest from the list. */
function wordsToRehearse(turn: DialogTurn, back: LookingBack): string | null {
  const { memory, t } = turn;
  if (memory.plan && memory.plan.id === back.planId && canBeRehearsed(memory.plan)) return t('prepare.word.own');
  const scenario = nearestScenario(turn, back);
  return scenario ? `${t('dialogs.word.rehearse')} ${scenario}` : null;
}
