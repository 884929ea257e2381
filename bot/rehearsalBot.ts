import type { Content } from '../content/schema/content.ts';
import { guideSays } from '../dialogs/activities.ts';
import { type ConversationParts, createConversation } from '../dialogs/conversation.ts';
import { freshMemory, type Memory } from '../dialogs/memory.ts';
import { createTexts } from '../dialogs/texts.ts';
import type { JsonObject } from './ports.ts';
import type { Bot } from './turn/turnRunner.ts';

/** The conversation as a bot: the memory it keeps is the state that the turn commits. */
export function createRehearsalBot(parts: ConversationParts): Bot {
  const converse = createConversation(parts);
  return {
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
