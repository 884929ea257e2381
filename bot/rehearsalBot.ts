import type { Activity } from 'botbuilder-core';
import type { Content } from '../content/schema/content.ts';
import { guideSays } from '../dialogs/activities.ts';
import { type ConversationParts, createConversation } from '../dialogs/conversation.ts';
import { createListener } from '../dialogs/masking/createListener.ts';
import { leaveInMessage, readLeaveIn } from '../dialogs/masking/leaveIn.ts';
import { freshMemory, type Memory } from '../dialogs/memory.ts';
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

  return {
    hear(activity, state) {
      if (activity.type !== 'message') return listen(activity, asMemory(state));
      const heard = listen(withWords(activity), asMemory(state));
      const isLeaveIn = readLeaveIn(texts, heard.activity.text ?? '') !== null;
      if (!isLeaveIn) recent.keep(activity, [...new Set(heard.hearing.masked.map(({ text }) => text))]);
      return heard;
    },
    async run(context, state, services) {
      return asState(await converse(context, asMemory(state), services));
    },
    async apologise(context, state) {
      await context.sendActivity(apology(parts.content, asMemory(state) ?? freshMemory(context.activity.locale)));
    },
  };
}

function apology({ messages }: Content, { locale }: Memory) {
  return guideSays(locale, 'notice', createTexts(messages)(locale)('dialogs.failed'));
}

/** The state is what an earlier turn of ours returned. */
function asMemory(state: JsonObject | null): Memory | null {
  return state as Memory | null;
}

function asState(memory: Memory): JsonObject {
  return memory as unknown as JsonObject;
}
