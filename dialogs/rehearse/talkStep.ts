import type { Activity } from 'botbuilder-core';
import type { RehearseState } from './rehearseState.ts';

/** What one step of the dialog says, and where it then stands; null once the dialog is over. */
export interface TalkStep {
  readonly messages: readonly Partial<Activity>[];
  readonly state: RehearseState | null;
}
