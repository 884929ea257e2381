import type { Activity } from 'botbuilder-core';
import type { Suggestion } from '../activities.ts';
import { cardIn } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { RehearseState, Talking } from './rehearseState.ts';

/** While a talk goes on, the last message of a step offers the words that help; other steps, and cards with buttons, offer their own. */
export function withWaysOn(
  turn: DialogTurn,
  messages: readonly Partial<Activity>[],
  state: RehearseState | null,
): readonly Partial<Activity>[] {
  const last = messages.at(-1);
  if (last === undefined || state?.step !== 'talking' || hasButtons(last)) return messages;
  const actions = waysOn(turn, state).map(({ title, value }) => ({ type: 'imBack', title, value }));
  return [...messages.slice(0, -1), { ...last, suggestedActions: { to: [], actions } }];
}

function hasButtons(message: Partial<Activity>): boolean {
  const card = cardIn(message);
  return card !== undefined && 'actions' in card && Array.isArray(card.actions);
}

/** Before the first sentence the clock and the level; afterwards what helps on. */
function waysOn(turn: DialogTurn, { rehearsal, hints, clock }: Talking): readonly Suggestion[] {
  const { turns, difficulty, locale, scenario: id } = rehearsal;
  const t = turn.texts(locale);
  const hint = { title: t(hints > 0 ? 'dialogs.hint.more' : 'dialogs.inTalk.hint'), value: t('dialogs.word.hint') };
  const offer = (name: 'thought' | 'rewind' | 'stop') => ({
    title: t(`dialogs.inTalk.${name}`),
    value: t(`dialogs.word.${name}`),
  });
  if (turns.length > 0) return [hint, offer('thought'), offer('rewind'), offer('stop')];

  const hasClock = clock === null && turn.content.scenarios.some((one) => one.id === id && one.minutes !== undefined);
  return [
    ...(hasClock ? [{ title: t('dialogs.timed.choose'), value: t('dialogs.word.timed') }] : []),
    ...(difficulty === 'gentle' ? [] : [level('easier')]),
    ...(difficulty === 'hard' ? [] : [level('harder')]),
    hint,
  ];

  function level(way: 'easier' | 'harder'): Suggestion {
    return { title: t(`dialogs.whatNow.${way}`), value: t(`dialogs.word.${way}`) };
  }
}
