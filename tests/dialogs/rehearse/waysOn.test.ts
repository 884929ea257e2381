import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';

const HELPS = 'Wat akelig dat u het van een andere moeder moest horen, en niet van mij.';
const IN_TALK = ['hint', 'gedachte', 'terug', 'stop'];

describe('what can be pressed while a talk goes on', () => {
  it('offers another level and a hint before the first sentence', async () => {
    const begun = await chat('nl').say('oefenen');

    expect(begun.at(-1)?.buttons).toEqual(['makkelijker', 'moeilijker', 'hint']);
  });

  it('offers no level beyond the last', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');

    expect((await teacher.say('moeilijker')).at(-1)?.buttons).toEqual(['makkelijker', 'hint']);
  });

  it.each(['Wat merkt u thuis aan Sam?', 'hint', 'gedachte', 'pauze', 'help', 'tip', 'terug 1', 'opnieuw', 'taal'])(
    'is the same few words after "%s"',
    async (said) => {
      const teacher = chat('nl');
      await teacher.say('oefenen');
      await teacher.say(HELPS);
      await teacher.say(HELPS);

      expect((await teacher.say(said)).at(-1)?.buttons).toEqual(IN_TALK);
    },
  );

  it('is in the language of the talk', async () => {
    const teacher = chat('en');
    await teacher.say('rehearse');

    expect((await teacher.say('How awful to hear it like that.')).at(-1)?.buttons).toEqual([
      'hint',
      'thought',
      'rewind',
      'stop',
    ]);
  });
});
