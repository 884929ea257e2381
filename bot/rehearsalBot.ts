import type { Content } from '../content/schema/content.ts';
import { nearestLocale } from '../content/schema/locale.ts';
import { guideSays } from '../dialogs/activities.ts';
import { type ConversationParts, createConversation } from '../dialogs/conversation.ts';
import { type Memory, NEWEST_MEMORY } from '../dialogs/memory.ts';
import { createTexts } from '../dialogs/texts.ts';
import type { JsonObject } from './ports.ts';
import type { Bot } from './turn/turnRunner.ts';

/** The conversation as a bot: the memory it keeps is the state that the turn commits. */
export function createRehearsalBot(parts: ConversationParts): Bot {
  const converse = createConversation(parts);
  return {
    async run(context, state, services) {
      if (isDamaged(state))
        await context.sendActivity(notice(parts.content, context.activity.locale, 'dialogs.placeLost'));
      return asState(await converse(context, isDamaged(state) ? null : asMemory(state), services));
    },
    async apologise(context, state) {
      const locale = state?.['locale'] ?? context.activity.locale;
      await context.sendActivity(notice(parts.content, String(locale), 'dialogs.failed'));
    },
  };
}

function notice({ messages }: Content, language: string | undefined, key: 'dialogs.failed' | 'dialogs.placeLost') {
  const locale = nearestLocale(language);
  return guideSays(locale, 'notice', createTexts(messages)(locale)(key));
}

function isDamaged(state: JsonObject | null): boolean {
  return state !== null && state['damaged'] === true;
}

/**
 * The state is what an earlier turn of ours returned. Throws for one of a version after ours: then it stays as it is, for
 * the version that knows it.
 */
function asMemory(state: JsonObject | null): Memory | null {
  if (Number(state?.['version'] ?? 0) > NEWEST_MEMORY) throw new Error('The state is of a newer version.');
  return state as Memory | null;
}

function asState(memory: Memory): JsonObject {
  return memory as unknown as JsonObject;
}
