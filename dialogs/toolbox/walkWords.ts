import type { Keepsake, KeepsakeEvent, KeepsakeSection } from '../keepsakes/keepsake.ts';
import type { ToolTurn } from './tool.ts';

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

/** What a tool keeps: the title, the intro and the source from its content, and these sections. */
export function keepsakeOf(
  { turn, entry, walk }: ToolTurn,
  sections: readonly KeepsakeSection[],
  events: readonly KeepsakeEvent[] = [],
): Keepsake {
  const { locale } = turn.memory;
  const source = turn.content.sources.find(({ id }) => id === entry.source);
  return {
    tool: entry.id,
    locale,
    title: walk.title[locale],
    ...(walk.about ? { intro: walk.about[locale] } : {}),
    sections,
    ...(events.length > 0 ? { events } : {}),
    sources: source ? [source.reference] : [],
    madeAt: turn.at,
  };
}

function found<T>(value: T | undefined, tool: string, name: string): T {
  if (value === undefined) throw new Error(`The walk through ${tool} has no text ${name}.`);
  return value;
}
