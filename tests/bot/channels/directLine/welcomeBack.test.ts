import { describe, expect, it } from '@jest/globals';
import type { OnReturn } from '../../../../bot/channels/directLine/welcomeBack.ts';
import { startService, type Teacher, type TestService } from './testService.ts';

const remind: OnReturn = () => ({ activity: { type: 'message', text: 'weer terug' }, dedupeKey: 'today' });

async function open(service: TestService, { token }: Teacher): Promise<number> {
  const { status } = await fetch(`${service.url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return status;
}

async function textsOf(service: TestService, { conversationId }: Teacher): Promise<readonly (string | undefined)[]> {
  const log = await service.storage.conversations.readLog('school', conversationId, 0, 100);
  return log.map(({ activity }) => activity.text);
}

describe('coming back to the chat', () => {
  it('lets the bot speak when it has something to say, and not at the first visit', async () => {
    await using service = await startService({ onReturn: remind });
    const teacher = await service.newTeacher();

    await open(service, teacher);
    const atFirst = await textsOf(service, teacher);
    await open(service, teacher);

    expect(atFirst).toEqual(['Welkom!']);
    expect(await textsOf(service, teacher)).toEqual(['Welkom!', 'weer terug', 'Je zei: weer terug']);
  });

  it('has one effect under one key, however often the page is opened', async () => {
    await using service = await startService({ onReturn: remind });
    const teacher = await service.newTeacher();

    for (let visit = 0; visit < 4; visit++) await open(service, teacher);

    expect(await textsOf(service, teacher)).toHaveLength(3);
  });

  it('is as quiet as ever when there is nothing to say', async () => {
    await using service = await startService({ onReturn: () => null });
    const teacher = await service.newTeacher();

    await open(service, teacher);

    expect(await open(service, teacher)).toBe(200);
    expect(await textsOf(service, teacher)).toEqual(['Welkom!']);
  });
});
