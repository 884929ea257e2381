import { describe, expect, it } from '@jest/globals';
import { theContent } from '../../theContent.ts';
import { chat } from '../chat.ts';

const having = theContent();

/** The third hint of a fresh talk in this scenario: two sentences. */
async function sentencesIn(scenario: string): Promise<string> {
  const teacher = chat('nl', { having });
  await teacher.say(`oefenen ${scenario}`);
  await teacher.say('hint');
  await teacher.say('hint');
  return (await teacher.say('hint'))[0]?.text ?? '';
}

describe('the sentences of a hint', () => {
  it('begin with one that can be written where the talk is in an app', async () => {
    expect(await sentencesIn('nine-messages-in-the-app')).toContain('uw bericht');
  });

  it('are spoken ones where people meet', async () => {
    expect(await sentencesIn('left-out-in-the-block-corner')).not.toContain('bericht');
  });
});
