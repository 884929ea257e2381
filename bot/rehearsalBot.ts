import type { Activity } from 'botbuilder-core';
import { nearestLocale } from '../content/schema/locale.ts';
import { guideSays } from '../dialogs/activities.ts';
import { type ConversationParts, createConversation } from '../dialogs/conversation.ts';
import { createListener } from '../dialogs/masking/createListener.ts';
import { leaveInMessage, readLeaveIn } from '../dialogs/masking/leaveIn.ts';
import { type Memory, NEWEST_MEMORY } from '../dialogs/memory.ts';
import { createTexts } from '../dialogs/texts.ts';
import type { JsonObject } from './ports.ts';
import { RecentlyMasked } from './turn/recentlyMasked.ts';
import type { Bot } from './turn/turnRunner.ts';

/** A bot that masks what it hears before anything of it is kept. */
export type RehearsalBot = Bot & Required<Pick<Bot, 'hear'>>;

/** The conversation as a bot: the memory it keeps is the state that the turn commits. */
export function createRehearsalBot(parts: ConversationParts): RehearsalBot {
  const converse = createConversation(parts);
  const listen = createListener(parts.content);
  const texts = createTexts(parts.content.messages);
  const recent = new RecentlyMasked();

  /** Who says that it was no name thereby gives the words that were masked, and these are kept with the message. */
  function withWords(activity: Activity): Activity {
    const text = activity.text ?? '';
    const isBare = readLeaveIn(texts, text)?.words.length === 0;
    const words = isBare ? recent.in(activity) : [];
    return words.length > 0 ? { ...activity, text: leaveInMessage(text, words) } : activity;
  }

  function notice(
    language: string | undefined,
    key: 'dialogs.failed' | 'dialogs.placeLost' | 'dialogs.slowDown',
  ): Partial<Activity> {
    const locale = nearestLocale(language);
    return guideSays(locale, 'notice', texts(locale)(key));
  }

  return {
    hear(activity, state) {
      if (activity.type !== 'message') return listen(activity, readable(state));
      const heard = listen(withWords(activity), readable(state));
      const isLeaveIn = readLeaveIn(texts, heard.activity.text ?? '') !== null;
      if (!isLeaveIn) recent.keep(activity, [...new Set(heard.hearing.masked.map(({ text }) => text))]);
      return heard;
    },
    async run(context, state, services) {
      if (isNewer(state)) throw new Error('The state is of a newer version.');
      if (isDamaged(state)) await context.sendActivity(notice(context.activity.locale, 'dialogs.placeLost'));
      return asState(await converse(context, readable(state), services));
    },
    slowDown: (activity, state) => notice(readable(state)?.locale ?? activity.locale, 'dialogs.slowDown'),
    async apologise(context, state) {
      await context.sendActivity(notice(readable(state)?.locale ?? context.activity.locale, 'dialogs.failed'));
    },
  };
}

function isDamaged(state: JsonObject | null): boolean {
  return state?.['damaged'] === true;
}

/** Then it stays as it is, for the version that knows it. */
function isNewer(state: JsonObject | null): boolean {
  return Number(state?.['version'] ?? 0) > NEWEST_MEMORY;
}

/** The state is what an earlier turn of ours returned; null when it is none that can be read here. */
function readable(state: JsonObject | null): Memory | null {
  return isDamaged(state) || isNewer(state) ? null : (state as Memory | null);
}

function asState(memory: Memory): JsonObject {
  return memory as unknown as JsonObject;
}
