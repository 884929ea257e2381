import { describe, expect, it } from '@jest/globals';
import { readActivity } from '../../../../bot/channels/teams/incomingActivity.ts';
import { aMessage, aPerson, BOT } from './fakeTeams/people.ts';

const anna = aPerson('Anna');
const around = { ...aMessage(anna, ''), serviceUrl: 'https://smba.trafficmanager.net/emea/' };

/** A message with these mentions. */
function said(text: string, mentions: readonly { readonly id: string; readonly text: string }[] = []): string {
  const entities = mentions.map(({ id, text: shown }) => ({ type: 'mention', mentioned: { id }, text: shown }));
  return readActivity({ ...around, text, entities }).text;
}

describe('what was said in Teams', () => {
  const bot = { id: BOT, text: '<at>Op één lijn</at>' };

  it.each([
    ['<at>Op één lijn</at> tip 3', 'tip 3'],
    ['<at>Op één lijn</at>&nbsp;tip 3', 'tip 3'],
    ['tip 3 <at>Op één lijn</at>', 'tip 3'],
    ['<at>Op één lijn</at>', ''],
    ['tip\u00a03', 'tip 3'],
  ])('%j is %j', (text, expected) => {
    expect(said(text, [bot])).toBe(expected);
  });

  it('keeps the names of others that are mentioned', () => {
    const text = '<at>Op één lijn</at> vraag het <at id="1">Bram</at>';

    expect(said(text, [bot, { id: '29:bram', text: '<at id="1">Bram</at>' }])).toBe('vraag het Bram');
  });

  it('does not believe a text that only looks like a mention of the bot', () => {
    expect(said('<at>Op één lijn</at> hoi')).toBe('Op één lijn hoi');
  });

  it.each([
    {},
    { ...around, id: undefined },
    { ...around, from: {} },
    { ...around, from: undefined },
    { ...around, recipient: undefined },
    { ...around, conversation: undefined },
    { ...around, conversation: 'x' },
    [],
    'x',
    null,
  ])('M10 refuses %j as no activity', (body) => {
    expect(() => readActivity(body)).toThrow('The request is not accepted.');
  });

  it('takes odd values of what it could do without as not there', () => {
    const odd = { text: 7, locale: 'x'.repeat(100), entities: 'none', membersAdded: {}, value: null, name: {} };

    expect(readActivity({ ...around, ...odd })).toMatchObject({ text: '', membersAdded: [], locale: undefined });
  });
});
