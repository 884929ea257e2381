/** A Bot Framework activity, as far as this page looks into it. */
export interface Activity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly locale?: string;
  /** ISO 8601. */
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly name?: string; readonly role?: string };
  readonly channelData?: ChannelData;
}

/** What goes beside the words of an activity. Fields of Web Chat's own are kept as they are. */
export interface ChannelData {
  readonly clientActivityID?: string;
  readonly opEenLijn?: OpEenLijn;
  /** Web Chat sorts by it. */
  readonly 'webchat:sequence-id'?: number;
  /** Read aloud in place of the text. */
  readonly 'webchat:fallback-text'?: string;
  readonly 'webchat:send-status'?: 'sending' | 'send failed' | 'sent';
}

/** What comes with every message of the bot. */
export interface OpEenLijn {
  readonly speaker: 'parent' | 'guide';
  readonly kind: 'line' | 'thought' | 'hint' | 'debrief' | 'tip' | 'menu' | 'plan' | 'notice';
  /** How the speaker is shown, as in `Moeder van Sam`; without it, `from.name` says so. */
  readonly name?: string;
  /** What stands above the rest of the message: only this is shown until it is opened. */
  readonly fold?: string;
  /** Everything before this message has been erased. */
  readonly erased?: boolean;
}

/** How the speaker of a message is shown. */
export function speakerOf({ channelData, from }: Activity): string {
  return channelData?.opEenLijn?.name ?? from?.name ?? '';
}
