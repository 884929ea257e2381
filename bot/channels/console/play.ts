import { randomInt } from 'node:crypto';
import { TurnContext } from 'botbuilder-core';
import { loadContent } from '../../../content/load.ts';
import { createAnswering } from '../../../dialogs/answering/createAnswering.ts';
import { createConversation } from '../../../dialogs/conversation.ts';
import { createFinder } from '../../../dialogs/finding/createFinder.ts';
import { createLanguage } from '../../../dialogs/language/createLanguage.ts';
import { freshMemory, type Memory } from '../../../dialogs/memory.ts';
import type { TurnServices } from '../../../dialogs/ports.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { CollectingAdapter } from '../../turn/collectingAdapter.ts';
import { runCommand, talkArguments } from './arguments.ts';
import { inputLines } from './inputLines.ts';
import { terminalText } from './terminalText.ts';

/** The whole conversation in a terminal: the same dialogs as on the web, kept nowhere. */
await runCommand(async () => {
  const content = loadContent();
  const { scenario, locale, seed, difficulty } = talkArguments(content.scenarios, randomInt(2 ** 31));
  const language = createLanguage(content);
  const answering = createAnswering(content, language);
  const converse = createConversation({ content, finder: createFinder(content), answering, ...language });
  let memory: Memory = freshMemory(locale);

  const say = async (text: string) => {
    const adapter = new CollectingAdapter();
    const activity = { type: 'message', text, locale, timestamp: new Date(), channelId: 'console' };
    memory = await converse(new TurnContext(adapter, activity), memory, servicesFor(seed, content.scenarios));
    for (const sent of adapter.sent) process.stdout.write(`${terminalText(sent)}\n\n`);
  };

  const t = createTexts(content.messages)(locale);
  await say(`${t('dialogs.word.rehearse')} ${scenario.id} ${t(`dialogs.level.${difficulty}`)}`);
  prompt();
  for await (const line of inputLines()) {
    await say(line);
    if (memory.dialogs.dialogStack.length === 0 && !process.stdin.isTTY) break;
    prompt();
  }
});

function prompt(): void {
  if (process.stdin.isTTY) process.stdout.write('> ');
}

function servicesFor(seed: number, scenarios: Parameters<typeof talkArguments>[0]): TurnServices {
  const nothing = () => undefined;
  return {
    record: {
      rehearsalStarted: nothing,
      turnTaken: nothing,
      rehearsalEnded: nothing,
      eraseMyData: nothing,
      eraseRehearsal: nothing,
    },
    pinnedScenario: (id) => {
      const scenario = scenarios.find((known) => known.id === id);
      return scenario ? Promise.resolve(scenario) : Promise.reject(new Error(`No scenario ${id}.`));
    },
    keep: () => null,
    newId: () => crypto.randomUUID(),
    newSeed: () => seed,
    minePage: null,
    cards: false,
    retentionDays: 0,
  };
}
