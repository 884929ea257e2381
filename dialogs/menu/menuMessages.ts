import type { Activity } from 'botbuilder-core';
import { guideSays, type Suggestion } from '../activities.ts';
import { asCard } from '../cards/asCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** Where what is said goes another way than from this browser to us, the texts that tell so are others. */
const TEXTS_OF: Readonly<Record<string, string>> = { msteams: 'teams' };

/** The first message: that this is a computer programme, what is kept, and what one can do. */
export function welcomeMessage(turn: DialogTurn, channelId: string): Partial<Activity> {
  const { memory, t, services } = turn;
  const text = t(`${TEXTS_OF[channelId] ?? 'dialogs'}.welcome`, { days: services.retentionDays });
  const message = asCard(turn, guideSays(memory.locale, 'menu', text, { suggestions: menu(turn) }));
  return services.cards ? { ...message, suggestedActions: prompts(turn) } : message;
}

/** What one can do; `lead` is the message key of the sentence before it. */
export function menuMessage(turn: DialogTurn, lead: string): Partial<Activity> {
  return asCard(turn, guideSays(turn.memory.locale, 'menu', turn.t(lead), { suggestions: menu(turn) }));
}

/** All words that are understood anywhere, in one message. */
export function helpMessage(turn: DialogTurn): Partial<Activity> {
  return asCard(turn, guideSays(turn.memory.locale, 'menu', turn.t('dialogs.help'), { suggestions: menu(turn) }));
}

/** That one need not sign out here, or where one does. */
export function signOutMessage({ memory, t }: DialogTurn, channelId: string): Partial<Activity> {
  return guideSays(memory.locale, 'notice', t(`${TEXTS_OF[channelId] ?? 'dialogs'}.signOut`));
}

/** What is kept, for how long, who sees it, and how to take it away. */
export function privacyMessage(turn: DialogTurn, channelId: string): Partial<Activity> {
  const { memory, t, services } = turn;
  const text = t(`${TEXTS_OF[channelId] ?? 'dialogs'}.privacy`, { days: services.retentionDays });
  const suggestions = [{ title: t('dialogs.erase.button'), value: t('dialogs.word.erase') }];
  return asCard(turn, guideSays(memory.locale, 'notice', text, { suggestions }));
}

/** First steps in a teacher's own words, where the channel shows them above the line to type on. */
function prompts({ t }: DialogTurn): Activity['suggestedActions'] {
  const asked = ['angry', 'bullied']
    .map((name) => t(`teams.prompts.${name}`))
    .map((title) => ({ title, value: title }));
  const first = { title: t('teams.prompts.first'), value: t('dialogs.word.rehearse') };
  return { to: [], actions: [...asked, first].map((prompt) => ({ type: 'imBack', ...prompt })) };
}

/** Five at most: there is something to look back on only after a first talk. */
function menu({ memory, t }: DialogTurn): readonly Suggestion[] {
  const last = memory.rehearsed.length > 0 ? 'afterwards' : 'help';
  return (['rehearse', 'prepare', 'tip', 'toolbox', last] as const).map((word) => ({
    title: t(`dialogs.menu.${word}`),
    value: t(`dialogs.word.${word}`),
  }));
}
