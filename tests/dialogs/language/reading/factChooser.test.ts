import { describe, expect, it } from '@jest/globals';
import type { Questions } from '../../../../content/schema/questions.ts';
import type { Scenario } from '../../../../content/schema/scenario.ts';
import { createFactChooser } from '../../../../dialogs/language/reading/factChooser.ts';
import { theContent } from '../../../theContent.ts';

const [anyScenario] = theContent().scenarios;
if (anyScenario === undefined) throw new Error('There is no scenario.');

/** A parent who knows two things: what the job is, and what helps the child in the morning. */
const scenario: Scenario = {
  ...anyScenario,
  lines: [],
  facts: [
    { id: 'job', topic: 'home', trust: 0, about: { nl: ['werk'], en: ['work'] } },
    { id: 'comfort', topic: 'child', trust: 0, about: { nl: ['wat helpt'], en: ['what helps'] } },
  ],
};
const questions: Questions = {
  facts: {
    job: {
      nl: ['Wat voor baan heeft u?', 'In welke dienst zit u dan?', 'Bent u al lang verpleegkundige?'],
      en: ['What do you do for a living?', 'Which shift are you on?', 'Have you been a nurse for long?'],
    },
    comfort: {
      nl: ['Waar wordt hij rustig van?', 'Hoe krijgt u hem dan weer stil?', 'Hoe troost u hem?'],
      en: ['What calms him down?', 'How do you get him quiet again?', 'How do you comfort him?'],
    },
  },
  other: {
    nl: ['Wilt u koffie?', 'Hoe vindt u dat zelf?', 'Zullen we iets afspreken?'],
    en: ['Would you like a coffee?', 'How do you see it?', 'Shall we agree something?'],
  },
};

describe('choosing which fact is asked for', () => {
  const choose = { nl: createFactChooser(scenario, questions, 'nl'), en: createFactChooser(scenario, questions, 'en') };

  it('finds a fact of which no own word is in the question, by how teachers ask for it', () => {
    expect(choose.nl('En hoe troost u hem op zo’n moment?', []).asked).toEqual(['comfort']);
    expect(choose.en('Which shift were you on last night?', []).asked).toEqual(['job']);
  });

  it('finds none where teachers ask that of nothing the parent knows', () => {
    expect(choose.nl('Wilt u misschien eerst koffie?', []).asked).toEqual([]);
    expect(choose.en('Would you like some coffee first?', []).asked).toEqual([]);
  });

  it('keeps every fact whose own words are there, the one that is asked for like this first', () => {
    expect(choose.nl('Hoe krijgt u hem stil na uw werk?', ['job', 'comfort']).asked).toHaveLength(2);
    expect(choose.en('How do you comfort him when you come home from work?', ['comfort', 'job']).asked[0]).toBe(
      'comfort',
    );
  });

  it('says what comes closest where none is asked for', () => {
    const { asked, near } = choose.nl('Wilt u misschien eerst koffie?', []);

    expect(asked).toEqual([]);
    expect([...near].sort()).toEqual(['comfort', 'job']);
  });

  it('gives the same answer every time', () => {
    const again = createFactChooser(scenario, questions, 'nl');

    expect(again('Hoe troost u hem?', [])).toEqual(choose.nl('Hoe troost u hem?', []));
  });
});
