import type { Keepsake, KeepsakeEvent, KeepsakeSection } from '../keepsakes/keepsake.ts';
import type { ToolTurn } from './tool.ts';

/** The source of what the makers say themselves. */
const OWN = 'expert-consensus';

/** The texts of a walk in the language of the guide. Both throw when the content has no text of that name. */
export interface WalkWords {
  readonly text: (name: string) => string;
  readonly list: (name: string) => readonly string[];
}

/** `walk.texts` and `walk.lists` of a tool, in the language of the guide. */
export function walkWords({ walk, entry, turn }: ToolTurn): WalkWords {
  const { locale } = turn.memory;
  return {
    text: (name) => found(walk.texts[name], entry.id, name)[locale],
    list: (name) => found(walk.lists[name], entry.id, name).map((item) => item[locale]),
  };
}

/** What a tool keeps: the title, the intro and the sources from its content, and these sections. */
export function keepsakeOf(
  now: ToolTurn,
  sections: readonly KeepsakeSection[],
  events: readonly KeepsakeEvent[] = [],
): Keepsake {
  const { turn, entry, walk } = now;
  const { locale } = turn.memory;
  return {
    tool: entry.id,
    locale,
    title: walk.title[locale],
    ...(walk.about ? { intro: walk.about[locale] } : {}),
    sections,
    ...(events.length > 0 ? { events } : {}),
    sources: referencesOf(now),
    madeAt: turn.at,
  };
}

/** The main source first, then what else its claims rest on, each once; what is our own needs no reference. */
function referencesOf({ turn, entry }: ToolTurn): readonly string[] {
  const ids = new Set([entry.source, ...(entry.claims ?? []).map(({ source }) => source)]);
  ids.delete(OWN);
  return [...ids].flatMap((wanted) => turn.content.sources.find(({ id }) => id === wanted)?.reference ?? []);
}

function found<T>(value: T | undefined, tool: string, name: string): T {
  if (value === undefined) throw new Error(`The walk through ${tool} has no text ${name}.`);
  return value;
}
