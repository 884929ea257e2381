import { describe, expect, it } from '@jest/globals';
import { preparing, SITUATION, sayAll } from './plannedTalk.ts';

describe('an answer as teachers type it', () => {
  it('with the time of a talk whose day was told is no nickname', async () => {
    const asked = await sayAll(preparing(), 'Ik heb donderdag een gesprek', 'half vier');

    expect(asked.text).toContain('donderdag 26 november 2026 om 15.30 uur');
    expect(asked.text).toContain('1 van 19');
  });

  it('that tells of the same talk once more goes on with its plan', async () => {
    const teacher = preparing();
    await sayAll(teacher, 'Ik heb donderdag om half vier een gesprek', 'Robin', 'stop');

    const resumed = await sayAll(teacher, 'ik heb donderdag een gesprek');

    expect(resumed.text).toContain('donderdag 26 november 2026 om 15.30 uur');
    expect(resumed.text).toContain('2 van 19');
  });

  it('that tells of a talk that has been begins the look back', async () => {
    const asked = await sayAll(preparing(), 'Ik had gisteren een gesprek met een vader');

    expect(asked.text).toContain('Terugkijken op een echt gesprek');
  });

  it('without a day or a time leaves the day that is known', async () => {
    const teacher = preparing();

    const asked = await sayAll(teacher, ...SITUATION.slice(0, 9), 'donderdag', 'weet nog niet hoe laat');
    const page = await sayAll(teacher, 'overslaan', 'klaar');

    expect(asked.text).toContain('**Donderdag 26 november 2026** blijft staan');
    expect(page.text).toContain('Donderdag 26 november 2026');
  });

  it('with another time keeps the day', async () => {
    const noted = await sayAll(preparing(), ...SITUATION, 'vorige', 'toch om vier uur');

    expect(noted.text).toContain('donderdag 26 november 2026 om 16.00 uur');
  });

  it('may be one word of a choice', async () => {
    const asked = await sayAll(preparing(), ...SITUATION.slice(0, 4), 'boos');

    expect(asked.text).toContain('5 van 19');
  });

  it('is no number that the list does not have', async () => {
    const asked = await sayAll(preparing(), ...SITUATION.slice(0, 2), '7');

    expect(asked.text).toContain('2 van 19');
  });

  describe('when a sentence was looked at', () => {
    const sentence = 'Wat naar dat Robin er steeds buiten valt.';
    const looked = [...SITUATION, 'overslaan', sentence];

    it.each(['goed', 'Ja', 'prima!', 'laat maar zo'])('“%s” keeps it', async (said) => {
      const teacher = preparing();

      const asked = await sayAll(teacher, ...looked, said);
      const page = await sayAll(teacher, 'klaar');

      expect(asked.text).toContain('12 van 19');
      expect(page.text).toContain(sentence);
    });

    it.each(['nee', 'anders'])('“%s” asks for it again, and the sentence stays', async (said) => {
      const asked = await sayAll(preparing(), ...looked, said);

      expect(asked.text).toContain('11 van 19');
      expect(asked.text).toContain(`Dit staat er al:* ${sentence}`);
    });
  });

  it('that agrees where nothing was proposed gets words to begin with', async () => {
    const asked = await sayAll(preparing(), ...SITUATION, 'goed');

    expect(asked.text).toContain('Begin met');
    expect(asked.text).toContain('10 van 19');
  });

  it('is bettered into whole sentences, a question last', async () => {
    const told = await sayAll(preparing(), ...SITUATION, 'overslaan', 'overslaan', 'dag mevrouw. Wat is er gebeurd?');

    expect(told.text).toContain('“Dag mevrouw. U kent Robin veel beter dan ik. Wat is er gebeurd?”');
  });

  it('that asks without its mark gets it in what is proposed', async () => {
    const told = await sayAll(
      preparing(),
      ...SITUATION,
      ...Array(2).fill('overslaan'),
      'Weet u misschien hoe het komt',
    );

    expect(told.text).toContain('“U kent Robin veel beter dan ik. Weet u misschien hoe het komt?”');
  });

  it('with a first name and a surname keeps the first name only', async () => {
    const asked = await sayAll(preparing(), 'voorbereiden', 'Sem Bakker');

    expect(asked.text).toContain('**Sem**');
    expect(asked.text).not.toContain('Bakker');
  });

  it('makes no promise of a rehearsal while only the day is known', async () => {
    const page = await sayAll(preparing(), 'Ik heb donderdag een gesprek', 'klaar');

    expect(page.text).toContain('Dit heb je tot nu toe');
    expect(page.buttons).toEqual(['voorbereiden', 'terugblik']);
  });
});
