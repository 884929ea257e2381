import type { ownEvent } from '../../dialogs/ownEvents.ts';

/** Speaks to a teacher in Teams unasked: see `Proactive`. */
export interface TeamsWay {
  send(turn: {
    readonly tenant: string;
    readonly conversationId: string;
    readonly activity: ReturnType<typeof ownEvent>;
    readonly dedupeKey: string;
  }): Promise<unknown>;
}
