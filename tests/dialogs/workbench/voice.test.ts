import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '../../../content/schema/locale.ts';
import { SAYINGS } from '../../../content/schema/teacher.ts';
import { readWorkbenchFiles } from '../../../content/workbenchFiles.ts';
import { startRehearsal } from '../../../dialogs/engine/startRehearsal.ts';
import { intend } from '../../../dialogs/workbench/intention.ts';
import { handMadeVoice, spokenVoice } from '../../../dialogs/workbench/voice.ts';
import { theContent, theLanguage } from '../../theContent.ts';

const content = theContent();
const { reader } = theLanguage(content);
const { files } = readWorkbenchFiles(join(import.meta.dirname, '../../../content'));
const [scenario] = content.scenarios;
if (!scenario || !files.sayings) throw new Error('content without a scenario or sayings');
const [begun] = startRehearsal(scenario, { seed: 1, locale: 'nl' });

describe('a simulated teacher that is taken as meant', () => {
  it('makes the moves it intends, about the concern it has in mind', () => {
    const reading = handMadeVoice(intend(['show-understanding'], { concern: 'not-told' }), begun, scenario);

    expect(reading.moves.map(({ move }) => move)).toEqual(['show-understanding']);
    expect(reading.concerns).toEqual(['not-told']);
  });
});

describe('a simulated teacher that speaks', () => {
  const general = files.sayings?.data ?? { sayings: {} as never };

  it('takes up a concern in the words that its scenario has for it', () => {
    const understands = { 'not-told': { nl: ['Wat naar dat u het van een ander moest horen.'], en: ['So sorry.'] } };
    const voice = spokenVoice({ general, understands }, reader);

    const reading = voice(intend(['show-understanding'], { concern: 'not-told' }), begun, scenario);

    expect(reading.utterance).toBe('Wat naar dat u het van een ander moest horen.');
  });

  it('says the child by name', () => {
    const voice = spokenVoice({ general, understands: {} }, reader);

    const reading = voice(intend(['name-expertise']), begun, scenario);

    expect(reading.utterance).toContain(scenario.child.name);
  });

  describe.each(LOCALES)('in %s', (locale) => {
    it.each(SAYINGS)('is understood when it says: %s', (saying) => {
      const meant = saying === 'bare-understanding' ? 'show-understanding' : saying;

      const found = general.sayings[saying][locale].map((sentence) => {
        const { kind, moves } = reader.read(sentence.replaceAll('{child}', scenario.child.name), scenario, locale);
        return { sentence, shows: [kind, ...moves.map(({ move }) => move)] };
      });

      expect(found.filter(({ shows }) => !shows.some((shown) => shown === meant))).toEqual([]);
    });
  });
});
