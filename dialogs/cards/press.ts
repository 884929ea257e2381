import type { Activity } from 'botbuilder-core';

/** What a channel tells of a press on a card, under `channelData.press` of the words that the button stands for. */
export interface Press {
  /** Where the conversation has to stand for it to count; without it, it counts at any time. */
  readonly on?: string;
  /** What it brings takes the place of the card that was pressed. */
  readonly isInPlace: boolean;
  /** Who pressed is shown an answer where the button was. */
  readonly isAwaited: boolean;
}

/** The press that this activity is; undefined when it was typed. */
export function pressIn({ channelData }: Partial<Activity>): Press | undefined {
  return channelData?.press;
}
