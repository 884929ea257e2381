import type { Activity } from 'botbuilder-core';
import type { Danger } from '../../content/schema/danger.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** The one calm message: the route for this kind of danger, what the bot does not do, and how to go on. */
export function dangerMessage({ memory, t }: DialogTurn, kind: Danger, talkWaits: boolean): Partial<Activity> {
  const goOn = t(talkWaits ? 'safety.goOn.practice' : 'safety.goOn.misread');
  const text = [t(`safety.${kind}`), t('safety.limits'), t(talkWaits ? 'safety.talkWaits' : 'safety.mayGoOn')];
  return guideSays(memory.locale, 'notice', text.join('\n\n'), { suggestions: [{ title: goOn, value: goOn }] });
}
