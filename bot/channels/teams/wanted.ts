import type { Activity } from 'botframework-schema';
import type { Press } from '../../../dialogs/cards/press.ts';
import { ownEvent } from '../../../dialogs/ownEvents.ts';
import { type CardAction, readCardAction } from './cardAction.ts';
import { type ExtensionAsked, readExtension } from './extension/extensionAsked.ts';
import { type FeedbackAsked, readFeedback } from './feedback.ts';
import { type FormAsked, readForm } from './formAsked.ts';
import type { TeamsActivity } from './incomingActivity.ts';

/** What an activity asks of us. */
export type Wanted =
  /** A turn of this teacher with the bot. `isWelcome`: the bot speaks first. */
  | {
      readonly kind: 'turn';
      readonly userId: string;
      readonly activity: Partial<Activity>;
      readonly dedupeKey: string;
      readonly isWelcome: boolean;
      /** A card that it brings goes where the one was that was pressed: as the answer to the press. */
      readonly isInPlace?: boolean;
    }
  /** The bot answers where others read along: with a tip that was asked for, else with who it is (`asked` empty). */
  | { readonly kind: 'company'; readonly asked: string; readonly dedupeKey: string }
  /** A message of before reads differently now, or is taken back (null). */
  | { readonly kind: 'revision'; readonly dedupeKey: string; readonly text: string | null }
  /** Something asked while writing to others, or about a message of theirs; nothing of it is kept. */
  | { readonly kind: 'extension'; readonly asked: ExtensionAsked }
  /** The bot was taken away. */
  | { readonly kind: 'farewell' }
  /** Thumbs up or down under a message. */
  | { readonly kind: 'feedback'; readonly feedback: FeedbackAsked }
  /** Something that we cannot do; whoever asked waits for an answer. */
  | { readonly kind: 'unknown-invoke' }
  | { readonly kind: 'nothing' };

/** Welcomes and introductions happen once in a conversation. */
const WELCOME = 'welcome';
const NOTHING: Wanted = { kind: 'nothing' };
const INTRODUCTION: Wanted = { kind: 'company', asked: '', dedupeKey: WELCOME };

/**
 * | activity                             | alone with a teacher | where others read along |
 * | ------------------------------------ | -------------------- | ----------------------- |
 * | message, or a button of a card       | turn                 | a tip, or introduction  |
 * | bot added                            | welcome              | introduction, once      |
 * | bot removed                          | farewell             | farewell                |
 * | message changed, restored, taken back | revision            | nothing was kept        |
 * | message extension                    | extension            | extension               |
 *
 * Sources: Conversation events in your Teams bot; Messages in bot conversations (Microsoft Teams developer documentation).
 */
export function wantedOf(activity: TeamsActivity): Wanted {
  const asked = activity.type === 'invoke' ? readExtension(activity.name, activity.value) : null;
  if (asked) return { kind: 'extension', asked };
  return activity.scope === 'personal' ? wantedAlone(activity) : wantedInCompany(activity);
}

function wantedAlone(activity: TeamsActivity): Wanted {
  switch (activity.type) {
    case 'message':
      return messageOf(activity);
    case 'invoke':
      return invokeOf(activity);
    case 'conversationUpdate':
      return activity.membersAdded.length > 0 ? welcomeOf(activity) : NOTHING;
    case 'installationUpdate':
      return installationOf(activity, welcomeOf(activity));
    case 'messageUpdate':
      return { kind: 'revision', dedupeKey: keyOf(activity), text: activity.text };
    case 'messageDelete':
      return { kind: 'revision', dedupeKey: keyOf(activity), text: null };
    default:
      return NOTHING;
  }
}

function wantedInCompany(activity: TeamsActivity): Wanted {
  switch (activity.type) {
    case 'message':
      return askedInCompany(activity);
    case 'invoke':
      return { kind: 'unknown-invoke' };
    case 'conversationUpdate':
      return isBotAdded(activity) ? INTRODUCTION : NOTHING;
    case 'installationUpdate':
      return installationOf(activity, INTRODUCTION);
    default:
      return NOTHING;
  }
}

/** The words of a button that somebody pressed on an older message are nobody's here. */
function askedInCompany(activity: TeamsActivity): Wanted {
  const { text, value } = activity;
  if (value !== undefined && text === '') return NOTHING;
  return { kind: 'company', asked: text, dedupeKey: keyOf(activity) };
}

function messageOf(activity: TeamsActivity): Wanted {
  const { text, value } = activity;
  const action = text === '' ? readCardAction(value) : null;
  if (action) return actionTurn(activity, action);
  if (value !== undefined && text === '') return NOTHING;
  return turn(activity, { type: 'message', text }, keyOf(activity));
}

function invokeOf(activity: TeamsActivity): Wanted {
  const action = activity.name === 'adaptiveCard/action' ? readCardAction(activity.value) : null;
  if (action) return actionTurn(activity, action);
  const feedback = readFeedback(activity.name, activity.value);
  if (feedback) return { kind: 'feedback', feedback };
  const form = readForm(activity.name, activity.value);
  return form ? formTurn(activity, form) : { kind: 'unknown-invoke' };
}

/** To show a form again does no harm; what was filled in counts once. */
function formTurn(activity: TeamsActivity, { event, nonce }: FormAsked): Wanted {
  return turn(activity, ownEvent(event), nonce === undefined ? keyOf(activity) : `form:${nonce}`);
}

/** A message cannot be answered with a card in its place: only an invoke can. */
function actionTurn(activity: TeamsActivity, { nonce, say, here, on }: CardAction): Wanted {
  const isAwaited = activity.type === 'invoke';
  const isInPlace = isAwaited && here === true;
  const press: Press = { isAwaited, isInPlace, ...(on === undefined ? {} : { on }) };
  const said = { type: 'message', text: say, channelData: { postBack: true, press } };
  const wanted = turn(activity, said, `card:${nonce}`);
  return wanted.kind === 'turn' ? { ...wanted, isInPlace } : wanted;
}

function turn(
  { from: { aadObjectId }, locale }: TeamsActivity,
  activity: Partial<Activity>,
  dedupeKey: string,
  isWelcome = false,
): Wanted {
  if (aadObjectId === undefined) return NOTHING;
  return { kind: 'turn', userId: aadObjectId.toLowerCase(), activity: { ...activity, locale }, dedupeKey, isWelcome };
}

/** The person is among the members added, or is who acts. */
function welcomeOf(activity: TeamsActivity): Wanted {
  const { membersAdded, recipient, from } = activity;
  const person = membersAdded.find(({ id, aadObjectId }) => id !== recipient.id && aadObjectId !== undefined) ?? from;
  return turn({ ...activity, from: person }, { type: 'conversationUpdate', membersAdded: [] }, WELCOME, true);
}

/** The turn with which the bot speaks first, before this one. */
export function welcomeBefore(wanted: Extract<Wanted, { kind: 'turn' }>): Extract<Wanted, { kind: 'turn' }> {
  const activity = { type: 'conversationUpdate', membersAdded: [], locale: wanted.activity.locale };
  return { ...wanted, activity, dedupeKey: WELCOME, isWelcome: true };
}

function installationOf({ action }: TeamsActivity, added: Wanted): Wanted {
  if (action?.startsWith('add')) return added;
  // An upgrade takes the old version away and adds the new one: only a plain removal is one.
  return action === 'remove' ? { kind: 'farewell' } : NOTHING;
}

function isBotAdded({ membersAdded, recipient }: TeamsActivity): boolean {
  return membersAdded.some(({ id }) => id === recipient.id);
}

/** Teams delivers again under the same id. */
function keyOf({ id }: TeamsActivity): string {
  return `activity:${id}`;
}

/** What the bot is told of it. `chat`: where one can talk to it alone. The event is not kept, and so the words are not. */
export function saidInCompany(
  { locale }: TeamsActivity,
  { asked }: Extract<Wanted, { kind: 'company' }>,
  chat: string,
): Partial<Activity> {
  return { ...ownEvent({ name: 'op-een-lijn/in-company', value: { asked, chat } }), locale };
}
