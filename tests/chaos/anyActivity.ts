import fc from 'fast-check';
import { type Json, mutated } from './mutated.ts';

/** Words that the bot knows, words that a teacher says, and words that break things elsewhere. */
const TEXTS = [
  'oefenen left-out-in-the-block-corner',
  'rehearse',
  'hint',
  'gedachte',
  'terug',
  'stop',
  'voorbereiden',
  'ik heb donderdag een gesprek',
  'maken signals',
  'tip 3',
  'gereedschap',
  'terugblik',
  'beantwoord: Ik ben boos over de juf.',
  'verwijder mijn gegevens',
  'Wat naar dat het zo loopt.',
  'Wat merkt u thuis aan Sam?',
  '  \u0000\ud800 ',
  '<script>alert(1)</script> {{constructor}} #{7*7} %s',
  "'; drop table activities; --",
  '\u202eatirips\u202c 👩‍🏫🏽 ﷽',
  'a'.repeat(4001),
] as const;

/** As they come over the wire: what pages and Teams send. */
const REAL: readonly Json[] = [
  { type: 'message', text: 'hoi', locale: 'nl-NL', channelData: { clientActivityID: 'a1' } },
  {
    type: 'message',
    from: { id: 'dl_x', name: '', role: 'user' },
    text: 'tip',
    textFormat: 'plain',
    localTimestamp: '2026-11-23T09:00:00.000+01:00',
    localTimezone: 'Europe/Amsterdam',
    channelData: { clientActivityID: 'b2', clientTimestamp: '2026-11-23T08:00:00.000Z', postBack: true },
    entities: [{ type: 'ClientCapabilities', requiresBotState: true, supportsTts: true }],
    attachments: [],
  },
  { type: 'message', text: '', value: { do: 'rehearse', scenario: 'left-out-in-the-block-corner', nonce: 'n1' } },
  { type: 'message', value: { words: ['stop'], turn: 2 }, channelData: { postBack: true } },
  { type: 'event', name: 'webchat/join', value: { language: 'nl' } },
  { type: 'typing', channelId: 'directline' },
  { type: 'conversationUpdate', membersAdded: [{ id: 'bot' }] },
  { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'x', data: {} } } },
];

const FIELDS = ['type', 'id', 'name', 'text', 'value', 'locale', 'localTimestamp', 'timestamp', 'channelData', 'from'];
const MORE = ['entities', 'attachments', 'suggestedActions', 'replyToId', 'conversation', 'recipient', '__proto__'];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 200 }));
const value = fc.oneof(fc.jsonValue({ maxDepth: 4 }), text);
const type = fc.oneof(
  { weight: 6, arbitrary: fc.constant('message') },
  { weight: 1, arbitrary: fc.constantFrom('event', 'typing', 'invoke', 'messageUpdate', 'endOfConversation') },
  { weight: 1, arbitrary: value },
);

/** Made from the fields that activities have, of every kind of value. */
const made = fc
  .record({ type, text, more: fc.dictionary(fc.constantFrom(...FIELDS, ...MORE), value, { maxKeys: 6 }) })
  .map((activity) => ({ text: activity.text, ...activity.more, type: activity.type }));

/** One that is real, with parts of it left out, doubled, exchanged or put elsewhere. */
const changed = fc
  .record({ activity: fc.constantFrom(...REAL), text, changes: fc.array(fc.tuple(fc.nat(), value), { maxLength: 4 }) })
  .map(({ activity, text: said, changes }) =>
    changes.reduce<Json>((one, [where, put]) => mutated(one, where, put as Json), withText(activity, said)),
  );

/** What may come in the place of an activity, as JSON. */
export const anyActivity = fc.oneof({ weight: 2, arbitrary: made }, { weight: 3, arbitrary: changed }, value);

function withText(activity: Json, said: string): Json {
  if (typeof activity !== 'object' || activity === null || Array.isArray(activity)) return activity;
  return { ...activity, ...('text' in activity ? { text: said } : {}) };
}
