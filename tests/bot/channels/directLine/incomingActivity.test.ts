import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseIncoming } from '../../../../bot/channels/directLine/incomingActivity.ts';
import { parseJson } from '../../../../bot/http/parseJson.ts';

const NOW = new Date('2030-01-07T19:00:00Z');
const parse = (body: unknown, events: readonly string[] = []) => parseIncoming(body, new Set(events), NOW);
const said = (more: object) => {
  const incoming = parse({ type: 'message', text: 'hoi', ...more });
  if (incoming.kind !== 'turn') throw new Error('ignored');
  return incoming;
};

describe('what a client may say', () => {
  it('is a text, with its language, time and id', () => {
    const body = {
      type: 'message',
      text: 'hoi',
      locale: 'nl-BE',
      localTimestamp: '2030-01-07T20:00:00+01:00',
      channelData: { clientActivityID: 'abc' },
    };

    expect(parse(body)).toEqual({
      kind: 'turn',
      activity: {
        type: 'message',
        text: 'hoi',
        locale: 'nl-BE',
        localTimestamp: NOW,
        channelData: { clientActivityID: 'abc' },
      },
      dedupeKey: 'client:abc',
    });
  });

  it('is a click on a card, with its value', () => {
    const { activity } = said({ text: undefined, value: { action: 'hint', turn: 3 }, channelData: { postBack: true } });

    expect(activity).toEqual({
      type: 'message',
      text: '',
      value: { action: 'hint', turn: 3 },
      channelData: { postBack: true },
    });
  });

  it.each([null, 1, {}, [], undefined])('M12 counts a text like %j as empty', (text) => {
    expect(said({ text }).activity.text).toBe('');
  });

  it.each(['   ', '😀😀', '\u202Etxet', '\u200B', 'Z̷̛͝a̸l̵g̶o̴'])('M13 passes "%s" on as it is', (text) => {
    expect(said({ text }).activity.text).toBe(text);
  });

  it.each(["'; DROP TABLE activities; --", '100% _x_ \\', '"$1"'])('M28 passes %s on as it is', (text) => {
    expect(said({ text }).activity.text).toBe(text);
  });

  it('M14 marks a text over 4,000 characters, and passes it on whole', () => {
    const longest = said({ text: 'x'.repeat(4000) }).activity;
    const longer = said({ text: 'x'.repeat(4001) }).activity;

    expect(longest.channelData).toEqual({});
    expect(longer.channelData).toEqual({ textTooLong: true });
    expect(longer.text).toHaveLength(4001);
  });

  it.each(['nope', '0001-01-01T00:00:00Z', '9999-01-01T00:00:00Z', '2030-01-09T19:00:00Z', 7, null])(
    'M15 has no time from a clock like %j',
    (time) => {
      const { activity } = said({ timestamp: time, localTimestamp: time });

      expect(activity).toEqual({ type: 'message', text: 'hoi', channelData: {} });
    },
  );

  it.each(['x'.repeat(5000), "nl'--", 'nl"', '', 'nl_NL', 7, null])('M27 has no language like %j', (locale) => {
    expect(said({ locale }).activity).not.toHaveProperty('locale');
  });
});

describe('what a client may not say', () => {
  it.each([{}, { type: 1 }, { type: null }, { type: {} }, { text: 'hoi' }])('M01 M02 is %j: it has no type', (body) => {
    expect(() => parse(body)).toThrow('An activity needs a type.');
  });

  it.each([[[]], [null], ['x'], [1], [undefined]])('M03 is %j: it is no object', (body) => {
    expect(() => parse(body)).toThrow('The body must be a JSON object.');
  });

  it.each([
    'trace',
    'conversationUpdate',
    'endOfConversation',
    'invoke',
    'messageUpdate',
    'messageDelete',
    'installationUpdate',
    'handoff',
  ])('D13 is %s', (type) => {
    expect(() => parse({ type })).toThrow('Clients do not send this type.');
  });

  it('D01 D13 is who it is', () => {
    const { activity } = said({
      from: { id: 'dl_other', role: 'bot' },
      recipient: { id: 'x' },
      conversation: { id: 'y' },
    });

    expect(activity).toEqual({ type: 'message', text: 'hoi', channelData: {} });
  });

  it('D14 is what only we may say in channelData', () => {
    const { activity } = said({ channelData: { role: 'coach', score: 10, tenant: 'x', consent: true, opEenLijn: {} } });

    expect(activity.channelData).toEqual({});
  });

  it('D15 M24 is a card, a picture, HTML or a suggestion', () => {
    const { activity } = said({
      attachments: [
        { contentType: 'image/png', contentUrl: 'http://169.254.169.254/' },
        { contentType: 'image/svg+xml', contentUrl: 'data:image/svg+xml,<svg onload="x"/>' },
        { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
      ],
      textFormat: 'html',
      suggestedActions: { actions: [] },
      attachmentLayout: 'carousel',
    });

    expect(activity).toEqual({ type: 'message', text: 'hoi', channelData: {} });
  });

  it('M17 is a mention', () => {
    const { activity } = said({ entities: [{ type: 'mention', text: '<at>bot</at><b>', mentioned: { id: 'bot' } }] });

    expect(activity).not.toHaveProperty('entities');
  });

  it('M09 is anything that reaches prototypes', () => {
    const text = '{"type":"message","__proto__":{"polluted":1},"value":{"constructor":{"prototype":{"polluted":1}}}}';

    const { activity } = said(parseJson(Buffer.from(text)) as object);

    expect(activity.value).toEqual({});
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('what is answered and ignored', () => {
  it.each([{ type: 'typing' }, { type: 'dance' }, { type: 'event' }, { type: 'event', name: 'x' }])(
    'M16 is %j',
    (body) => {
      expect(parse(body)).toEqual({ kind: 'ignored' });
    },
  );

  it('is not an event that the bot knows', () => {
    expect(parse({ type: 'event', name: 'page/language', value: 'en' }, ['page/language'])).toMatchObject({
      kind: 'turn',
      activity: { type: 'event', name: 'page/language', value: 'en' },
    });
  });
});

describe('the key by which a resent message is known', () => {
  it('is the client’s own id for it', () => {
    expect(said({ id: '7', channelData: { clientActivityID: 'abc' } }).dedupeKey).toBe('client:abc');
    expect(said({ id: '7' }).dedupeKey).toBe('id:7');
  });

  it('is never one of ours', () => {
    expect(said({ id: 'welcome' }).dedupeKey).not.toBe('welcome');
    expect(said({ channelData: { clientActivityID: 'welcome' } }).dedupeKey).not.toBe('welcome');
  });

  it.each([undefined, '', 7, {}, 'x'.repeat(101)])('M08 is fresh for an id like %j', (id) => {
    const keys = [said({ id, channelData: { clientActivityID: id } }), said({ id })].map(({ dedupeKey }) => dedupeKey);

    expect(new Set(keys).size).toBe(2);
    expect(keys.every((key) => key.startsWith('once:'))).toBe(true);
  });
});

describe('any body at all', () => {
  it('M30 is taken, ignored or refused, and nothing else comes through', () => {
    const field = fc.oneof(fc.anything(), fc.string(), fc.constantFrom('message', 'event', 'trace', 'nl'));
    const names = [
      'type',
      'name',
      'id',
      'text',
      'value',
      'locale',
      'localTimestamp',
      'channelData',
      'from',
      'entities',
    ];
    const body = fc.dictionary(fc.constantFrom(...names), field);

    fc.assert(
      fc.property(fc.oneof(body, fc.anything()), (sent) => {
        try {
          const incoming = parse(sent);
          const allowed = ['type', 'name', 'text', 'value', 'locale', 'localTimestamp', 'channelData'];
          const kept = incoming.kind === 'turn' ? Object.keys(incoming.activity) : [];
          expect(kept.filter((key) => !allowed.includes(key))).toEqual([]);
        } catch (error) {
          expect(error).toMatchObject({ name: 'HttpError', status: 400 });
        }
      }),
      { numRuns: 5000 },
    );
  });
});
