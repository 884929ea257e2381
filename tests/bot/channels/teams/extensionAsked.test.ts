import { describe, expect, it } from '@jest/globals';
import { readExtension } from '../../../../bot/channels/teams/extension/extensionAsked.ts';

const QUERY = 'composeExtension/query';
const FETCH = 'composeExtension/fetchTask';
const SUBMIT = 'composeExtension/submitAction';
const body = (content: unknown, contentType = 'html') => ({
  commandId: 'answer',
  messagePayload: { createdDateTime: '2030-01-15T21:00:00Z', body: { contentType, content } },
});

describe('what the message extension is asked', () => {
  it.each([
    [{ commandId: 'tips', parameters: [{ name: 'question', value: ' boos ' }] }, 'boos'],
    [{ commandId: 'tips', parameters: [{ name: 'initialRun', value: 'true' }] }, ''],
    [{ commandId: 'tips', parameters: [] }, ''],
    [{ commandId: 'tips' }, ''],
    [{ commandId: 'tips', parameters: [{ name: 'question', value: 3 }], queryOptions: 'x' }, ''],
    [{ commandId: 'tips', parameters: [{ name: 'question', value: 'a'.repeat(5000) }] }, 'a'.repeat(400)],
  ])('is a question in %j', (value, question) => {
    expect(readExtension(QUERY, value)).toEqual({ kind: 'search', question, isFirstPage: true });
  });

  it('is help with the words of a message and when it was sent, and not who wrote it', () => {
    const value = body('<p>Dag <b>juf</b></p>');
    const withWriter = {
      ...value,
      messagePayload: { ...value.messagePayload, from: { user: { displayName: 'Karin' } } },
    };

    expect(readExtension(FETCH, withWriter)).toEqual({
      kind: 'help',
      message: 'Dag juf',
      sentAt: '2030-01-15T21:00:00Z',
    });
  });

  it('takes plain text for what it is', () => {
    expect(readExtension(FETCH, body('als a < b > c', 'text'))).toMatchObject({ message: 'als a < b > c' });
  });

  it('does without a date that is none', () => {
    const value = { commandId: 'answer', messagePayload: { createdDateTime: 'gisteren', body: { content: 'dag' } } };

    expect(readExtension(FETCH, value)).toEqual({ kind: 'help', message: 'dag' });
  });

  it.each([
    [QUERY, { commandId: 'answer' }],
    [QUERY, null],
    [QUERY, 'tips'],
    [FETCH, { commandId: 'answer' }],
    [FETCH, { commandId: 'tips', messagePayload: {} }],
    [SUBMIT, { commandId: 'answer', data: { reply: 'nul' } }],
    [SUBMIT, { commandId: 'answer', data: { reply: -1 } }],
    [SUBMIT, { commandId: 'answer' }],
    ['composeExtension/queryLink', { url: 'https://x.example' }],
    [undefined, undefined],
  ])('is nothing of ours in %s with %j', (name, value) => {
    expect(readExtension(name, value)).toBeNull();
  });
});
