import { type Activity, TurnContext } from 'botbuilder-core';
import { CollectingAdapter } from '../../bot/turn/collectingAdapter.ts';
import type { Content } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { OpEenLijn } from '../../dialogs/activities.ts';
import { createAnswering } from '../../dialogs/answering/createAnswering.ts';
import { cardIn } from '../../dialogs/cards/withCard.ts';
import { createConversation } from '../../dialogs/conversation.ts';
import { createFinder } from '../../dialogs/finding/createFinder.ts';
import type { Keepsake } from '../../dialogs/keepsakes/keepsake.ts';
import type { Memory } from '../../dialogs/memory.ts';
import { type OwnEvent, ownEvent } from '../../dialogs/ownEvents.ts';
import type { TurnServices } from '../../dialogs/ports.ts';
import { theContent, theLanguage } from '../theContent.ts';

const all = theContent();

/** All content, with one scenario to rehearse: then a talk begins without a choice. */
export const content: Content = {
  ...all,
  scenarios: all.scenarios.filter(({ id }) => id === 'left-out-in-the-block-corner'),
};
const language = theLanguage(content);
const answering = createAnswering(content, language);

/** What the bot said: the words, who speaks, what kind of message it is. */
export interface Said extends OpEenLijn {
  readonly text: string;
  readonly buttons: readonly string[];
  /** The card that comes with it, where cards are shown. */
  readonly card?: object;
}

/** What a turn asked to be kept beside its messages. */
export interface Kept {
  readonly started: string[];
  /** The scenarios of the rehearsals that began. */
  readonly scenarios: Scenario[];
  readonly turns: number[];
  readonly ended: string[];
  readonly keepsakes: Keepsake[];
  readonly erasedRehearsals: string[];
  erased: boolean;
}

/** A conversation without a channel. The memory goes through JSON between turns, as it does in the store. */
export function chat(
  locale: Locale,
  { seed = 7, having = content, cards = false }: { seed?: number; having?: Content; cards?: boolean } = {},
) {
  const converse = createConversation({ content: having, finder: createFinder(having), answering, ...language });
  const kept: Kept = {
    started: [],
    scenarios: [],
    turns: [],
    ended: [],
    keepsakes: [],
    erasedRehearsals: [],
    erased: false,
  };
  let memory: Memory | null = null;
  let now = Date.parse('2026-11-23T08:00:00Z');

  async function take(activity: Partial<Activity>): Promise<readonly Said[]> {
    const adapter = new CollectingAdapter();
    const context = new TurnContext(adapter, {
      ...activity,
      locale,
      channelId: 'test',
      timestamp: new Date(now),
    });
    memory = JSON.parse(JSON.stringify(await converse(context, memory, { ...services(kept, seed, having), cards })));
    return adapter.sent.map(asSaid);
  }

  return {
    kept,
    say: (text: string) => take({ type: 'message', text }),
    /** Time goes by before the next message. */
    wait: (seconds: number) => {
      now += seconds * 1000;
    },
    /** Something that one of our own pages asks. */
    tell: (event: OwnEvent) => take(ownEvent(event)),
    /** As if this had been kept by an earlier version. */
    remember: (older: (memory: Memory | null) => object) => {
      memory = JSON.parse(JSON.stringify(older(memory)));
    },
    /** What is remembered now. */
    memory: (): Memory => {
      if (!memory) throw new Error('Nothing was said yet.');
      return memory;
    },
    join: () => take({ type: 'conversationUpdate', membersAdded: [{ id: 'teacher', name: '' }] }),
  };
}

function asSaid({ text = '', channelData, suggestedActions, attachments }: Partial<Activity>): Said {
  const card = cardIn(attachments ? { attachments } : {});
  return {
    ...channelData.opEenLijn,
    text,
    buttons: suggestedActions?.actions.map(({ value }) => String(value)) ?? [],
    ...(card ? { card: JSON.parse(JSON.stringify(card)) } : {}),
  };
}

function services(kept: Kept, seed: number, { scenarios }: Content): TurnServices {
  return {
    record: {
      rehearsalStarted: ({ scenario }) => {
        kept.started.push(scenario.revision);
        kept.scenarios.push(scenario);
      },
      turnTaken: ({ turn }) => kept.turns.push(turn),
      rehearsalEnded: ({ reason }) => kept.ended.push(reason),
      eraseRehearsal: (id) => kept.erasedRehearsals.push(id),
      eraseMyData: () => {
        kept.erased = true;
      },
    },
    pinnedScenario: (id, revision) => {
      const scenario = [...scenarios, ...kept.scenarios].find(
        (known) => known.id === id && known.revision === revision,
      );
      return scenario ? Promise.resolve(scenario) : Promise.reject(new Error('not pinned'));
    },
    keep: (keepsake) => {
      kept.keepsakes.push(keepsake);
      const page = `/keep/keepsake-${kept.keepsakes.length}`;
      const calendar = keepsake.events?.length ? { calendar: `${page}/calendar.ics` } : {};
      return { page, word: `${page}/word.docx`, ...calendar };
    },
    newId: () => 'rehearsal-1',
    newSeed: () => seed,
    minePage: '/mine',
    cards: false,
    retentionDays: 90,
  };
}
