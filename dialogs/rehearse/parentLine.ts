import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import { parentSays, shownReply } from '../activities.ts';
import type { ParentState, Rehearsal, Reply } from '../engine/rehearsal.ts';

/** What the parent said last, as a message with the state behind it. */
export function parentLine(scenario: Scenario, rehearsal: Rehearsal): Partial<Activity> {
  const { locale, turns } = rehearsal;
  const { tension, trust, face, agency, clarity, phase } = lastState(rehearsal);
  return parentSays(locale, scenario.parent.name[locale], shownReply(lastReply(rehearsal)), {
    kind: 'line',
    turn: turns.length,
    state: { tension, trust, face, agency, clarity, phase },
  });
}

/** The newest reply; the opening before anything was said. */
export function lastReply({ turns, opening }: Rehearsal): Reply {
  return turns.at(-1)?.reply ?? opening;
}

/** Where the parent stands now. */
export function lastState({ turns, start }: Rehearsal): ParentState {
  return turns.at(-1)?.state ?? start;
}

/** A reply as a Markdown quotation. */
export function quotedReply(reply: Reply): string {
  return shownReply(reply)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** A teacher's words inside our Markdown stay words. */
export function plain(quote: string): string {
  return quote.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|]/gu, '\\$&');
}
