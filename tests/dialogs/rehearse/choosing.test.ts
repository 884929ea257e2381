import { describe, expect, it } from '@jest/globals';
import { theContent } from '../../theContent.ts';
import { chat, type Said } from '../chat.ts';

const having = theContent();
const [first] = having.scenarios;
const textOf = (said: readonly Said[]) => said.map(({ text }) => text).join('\n');

/** A teacher who looks at the list. */
async function choosing() {
  const teacher = chat('nl', { having });
  const list = await teacher.say('oefenen');
  return { teacher, list };
}

describe('choosing a conversation', () => {
  it('offers every conversation by its number', async () => {
    const { list } = await choosing();

    expect(list.at(-1)?.buttons).toEqual(having.scenarios.map(({ title }) => title.nl));
    expect(list.at(-1)?.text).toContain(`1. **${first?.title.nl}**`);
  });

  it.each(['bla bla', '99', 'help', 'hint'])('does not repeat the whole list after "%s"', async (said) => {
    const { teacher } = await choosing();

    const answer = await teacher.say(said);

    expect(textOf(answer)).toContain('lijst');
    expect(textOf(answer)).not.toContain(first?.summary.nl ?? '');
    expect(answer.at(-1)?.buttons).toHaveLength(having.scenarios.length);
  });

  it('shows the list again in another language', async () => {
    const { teacher } = await choosing();

    expect(textOf(await teacher.say('taal en'))).toContain(first?.summary.en);
  });

  it('says what else one can do when the teacher would rather not', async () => {
    const { teacher } = await choosing();

    const [answer] = await teacher.say('stop');

    expect(answer?.text).toContain('dan niet');
    expect(answer?.buttons).toContain('oefenen');
  });
});
