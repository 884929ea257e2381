import { randomUUID } from 'node:crypto';

/** The organisation that the bot is for. */
export const SCHOOL = '5f1c0a7e-93b4-4c1d-8a36-2b9d7c40e1aa';
/** The bot's registration. */
export const APP_ID = 'c41e7b52-08d9-4f6a-b3c7-6e1f25d80b94';
/** The bot as Teams names it. */
export const BOT = `28:${APP_ID}`;

/** Somebody with Teams. */
export interface Person {
  readonly name: string;
  readonly tenant: string;
  readonly aadObjectId: string;
  /** How Teams names this person to this bot. */
  readonly id: string;
  /** The chat of this person and the bot. */
  readonly chat: string;
}

/** A person of this organisation; ids are random. */
export function aPerson(name: string, tenant = SCHOOL): Person {
  return { name, tenant, aadObjectId: randomUUID(), id: `29:${randomUUID()}`, chat: `a:${randomUUID()}` };
}

/** A chat or channel with others in it. */
export interface Company {
  readonly scope: 'groupChat' | 'channel';
  readonly id: string;
}

/** An activity as it goes over the wire. */
export type Wire = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/** What surrounds everything that this person does, here or in company. */
function surroundings(person: Person, company?: Company) {
  return {
    id: `1${randomUUID()}`,
    timestamp: '2030-01-15T12:00:00.000Z',
    channelId: 'msteams',
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: BOT, name: 'Op één lijn' },
    conversation: {
      conversationType: company?.scope ?? 'personal',
      tenantId: person.tenant,
      id: company?.id ?? person.chat,
      ...(company ? { isGroup: true } : {}),
    },
    channelData: { tenant: { id: person.tenant } },
    locale: 'nl-NL',
    entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Windows' }],
  };
}

/** A message; in company it mentions the bot, else the bot would not get it. */
export function aMessage(person: Person, text: string, company?: Company): Wire {
  const around = surroundings(person, company);
  if (!company) return { ...around, type: 'message', textFormat: 'plain', text };
  const mention = { type: 'mention', mentioned: { id: BOT, name: 'Op één lijn' }, text: '<at>Op één lijn</at>' };
  return {
    ...around,
    type: 'message',
    textFormat: 'plain',
    text: `<at>Op één lijn</at>&nbsp;${text}`,
    entities: [...around.entities, mention],
  };
}

/** The bot is added: `conversationUpdate` with the bot, and in the personal chat the person, as new members. */
export function anInstallation(person: Person, company?: Company): Wire {
  const members = [{ id: BOT }, ...(company ? [] : [{ id: person.id, aadObjectId: person.aadObjectId }])];
  return { ...surroundings(person, company), type: 'conversationUpdate', membersAdded: members };
}

/** The bot is taken away. */
export function aRemoval(person: Person): Wire {
  return { ...surroundings(person), type: 'installationUpdate', action: 'remove' };
}

/** A message of before, said differently (`text`) or taken back (null). */
export function aChange(person: Person, of: Wire, text: string | null): Wire {
  const more =
    text === null
      ? { type: 'messageDelete', channelData: { tenant: { id: person.tenant }, eventType: 'softDeleteMessage' } }
      : { type: 'messageUpdate', text, channelData: { tenant: { id: person.tenant }, eventType: 'editMessage' } };
  return { ...surroundings(person), ...more, id: of.id };
}

/** A button on a card is pressed: an invoke (`Action.Execute`). */
export function aTap(person: Person, data: object): Wire {
  const value = { action: { type: 'Action.Execute', verb: 'say', data }, trigger: 'manual' };
  return { ...surroundings(person), type: 'invoke', name: 'adaptiveCard/action', value };
}

/** Anything else that waits for an answer, as the dialog of a form or thumbs under a message. */
export function anInvoke(person: Person, name: string, value: object, company?: Company): Wire {
  return { ...surroundings(person, company), type: 'invoke', name, value };
}

/** The same on a client without invokes: a message without words (`Action.Submit`). */
export function aSubmit(person: Person, data: object): Wire {
  return { ...surroundings(person), type: 'message', value: data };
}
