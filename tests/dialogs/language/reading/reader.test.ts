import { describe, expect, it } from '@jest/globals';
import type { Locale } from '../../../../content/schema/locale.ts';
import type { Scenario } from '../../../../content/schema/scenario.ts';
import { createReader } from '../../../../dialogs/language/createReader.ts';
import { theContent } from '../../../theContent.ts';
import { recognizer } from '../lexicon.ts';

const [played] = theContent().scenarios;
if (!played) throw new Error('there is no scenario to test with');

const scenario: Scenario = {
  ...played,
  child: { ...played.child, name: 'Mila' },
  concerns: [
    concern('not-called', ['gebeld', 'niet verteld', 'op de hoogte'], ['rang you', 'nobody told', 'called']),
    concern('stomach', ['buikpijn', 'pijn in haar buik'], ['tummy ache', 'stomach']),
  ],
  facts: [
    { ...fact('sleep', ['slapen', 'nacht', 'moe'], ['sleep', 'night']), topic: 'home' },
    { ...fact('since-when', ['sinds wanneer', 'hoe lang'], ['since when', 'how long']), topic: 'incident' },
  ],
};
const reader = createReader(recognizer);
const read = (utterance: string, locale: Locale = 'nl') => reader.read(utterance, scenario, locale);

function concern(id: string, nl: string[], en: string[]): Scenario['concerns'][number] {
  return { id, name: { nl: id, en: id }, about: { nl, en }, hidden: false, opens: { trust: 0, heard: 0 } };
}

function fact(id: string, nl: string[], en: string[]): Scenario['facts'][number] {
  return { id, topic: 'child', about: { nl, en }, trust: 0 };
}

describe('what an utterance is', () => {
  it.each([
    ['empty', ''],
    ['empty', ' … '],
    ['empty', 'Hm.'],
    ['empty', 'Ehm…'],
    ['nonsense', '😡😡'],
    ['nonsense', 'asdfghjk'],
    ['nonsense', 'jjjjjjjj'],
    ['foreign', 'Je ne comprends pas ce que vous dites'],
    ['foreign', 'bugün hava çok güzel ve okul kapalı'],
    ['foreign', 'я не понимаю вас'],
    ['rude', 'Hou je bek.'],
    ['rude', 'wat een trut bent u'],
    ['off-topic', 'Zaterdag eindigde de voetbalwedstrijd onbeslist na verlenging'],
    ['off-topic', 'Lekker weertje vandaag'],
    ['talk', 'Dan verdwijnt dat bij mij in de la'],
    ['greeting', 'Goedemiddag mevrouw'],
    ['farewell', 'Bedankt en tot vrijdag.'],
    ['farewell', 'Welterusten, en geef Mila morgen een knuffel van mij.'],
    ['talk', 'Ik hoor dat u boos bent.'],
    ['talk', 'oké'],
    ['talk', 'Mila tekende vandaag'],
  ] as const)('is %s: "%s"', (kind, utterance) => {
    expect(read(utterance).kind).toBe(kind);
  });

  it('is talk when an insult is only told', () => {
    expect(read('Een jongen noemde haar een trut.').kind).toBe('talk');
    expect(read('Ze zeiden "hou je bek" tegen haar.').kind).toBe('talk');
  });

  it('asks nothing when understanding is put as a question', () => {
    expect(read('U bent vast boos, hè?').asks).toBe(false);
    expect(read('U bent vast boos. Slaapt ze slecht?').asks).toBe(true);
    expect(read('Wat een schrik moet dat geweest zijn.').asks).toBe(false);
  });

  it('makes no moves when it is nonsense or another language', () => {
    expect(read('Ich verstehe Sie nicht, können wir das morgen besprechen?').moves).toEqual([]);
  });
});

describe('what an utterance is about', () => {
  it('is a concern by its words, in any form and with a slip of the finger', () => {
    expect(read('Wij hadden u moeten bellen.').concerns).toEqual([]);
    expect(read('Niemand heeft u gebeld.').concerns).toEqual(['not-called']);
    expect(read('Die buikpjin is naar voor haar.').concerns).toEqual(['stomach']);
  });

  it('allows words in between a phrase', () => {
    expect(read('Het is u niet door ons verteld.').concerns).toEqual(['not-called']);
  });

  it('puts the concern with most of its words first', () => {
    const reading = read('Die buikpijn, en dat niemand u heeft gebeld en u niet op de hoogte was.');

    expect(reading.concerns).toEqual(['not-called', 'stomach']);
  });

  it('is a fact only when something is asked', () => {
    expect(read('Hoe slaapt ze de laatste tijd?').facts).toEqual(['sleep']);
    expect(read('Ze zal wel moe zijn.').facts).toEqual([]);
  });

  it('is not found in a name that looks like a form of a word', () => {
    const sam: Scenario = {
      ...scenario,
      child: { ...scenario.child, name: 'Sam' },
      concerns: [concern('both', ['samen'], ['both'])],
    };

    expect(reader.read('Ik zag Sam vanmorgen.', sam, 'nl').concerns).toEqual([]);
    expect(reader.read('We kijken samen.', sam, 'nl').concerns).toEqual(['both']);
  });

  it('is read in the language in which it is said', () => {
    expect(read('How long has this been going on?').facts).toEqual(['since-when']);
    expect(read('Nobody told you about it.').concerns).toEqual(['not-called']);
  });
});

describe('a reading', () => {
  it('knows whether a feeling is named and something is asked', () => {
    expect(read('U bent verdrietig.')).toMatchObject({ namesFeeling: true, asks: false });
    expect(read('vertelt u eens wat er gebeurde')).toMatchObject({ namesFeeling: false, asks: true });
  });

  it('takes no statement for a question, though its verb comes first after an opener', () => {
    expect(read('Eerlijk gezegd heb ik het niet gezien.').asks).toBe(false);
    expect(read('Eerlijk gezegd, heb ik het goed gezien?').asks).toBe(true);
  });

  it('counts words as a person would', () => {
    expect(read("I don't know.", 'en').words).toBe(3);
  });

  it('keeps the words as they were said, trimmed, at most 4,000 characters', () => {
    expect(read('  Dag. ').utterance).toBe('Dag.');
    expect(read('woord '.repeat(2_000)).utterance.length).toBeLessThanOrEqual(4_000);
  });

  it('knows the name of the child in its scenario', () => {
    expect(read('Mila duwde iemand.').moves).toEqual([]);
    expect(read('Noor duwde haar.').moves.map(({ move }) => move)).toEqual(['break-confidentiality']);
  });
});

describe('what a question is about', () => {
  it.each([
    ['courtesy', 'Wilt u koffie?'],
    ['courtesy', 'Mag ik uw jas aannemen?'],
    ['small-talk', 'Staat uw auto goed?'],
    ['small-talk', 'Had u een fijn weekend?'],
    ['how-are-you', 'Hoe gaat het met u?'],
    ['time', 'Heeft u even tijd?'],
    ['agreement', 'Bent u het daarmee eens?'],
    ['agreement', 'Kunt u daarmee leven?'],
    ['agreement', 'Zullen we het zo doen?'],
    ['permission', 'Mag ik u iets vragen?'],
    ['meeting', 'Welke dag past u?'],
    ['household', 'Heeft Mila broertjes of zusjes?'],
    ['incident', 'Waar gebeurde het precies?'],
    ['past', 'Is dit vorig jaar ook al gebeurd?'],
    ['own-school', 'Was u vroeger zelf ook zo op school?'],
    ['help', 'Wat zou u helpen?'],
    ['understood', 'Heb ik u goed begrepen?'],
    ['anything-else', 'Is er nog iets dat u kwijt wilt?'],
    ['invitation', 'Vertelt u eens.'],
    ['invitation', 'Hoe is het met haar?'],
    ['invitation', 'Wat is er gebeurd?'],
  ] as const)('is %s: "%s"', (topic, utterance) => {
    expect(read(utterance).topic).toBe(topic);
  });

  it.each([
    ['courtesy', 'Would you like a coffee?'],
    ['small-talk', 'Did you find a parking space?'],
    ['how-are-you', 'How are you?'],
    ['time', 'Have you got a minute?'],
    ['agreement', 'Do you agree?'],
    ['agreement', 'Does that sound all right to you?'],
    ['permission', 'May I write this down?'],
    ['meeting', 'What time suits you on Thursday?'],
    ['household', 'Does Mila have any brothers?'],
    ['incident', 'How often does it happen?'],
    ['past', 'Has it happened before?'],
    ['help', 'What would help her most?'],
    ['view', 'How do you see it?'],
    ['feeling', 'How do you feel about that?'],
    ['invitation', 'What happened?'],
    ['aside', 'What is the weather doing?'],
  ] as const)('is %s: "%s"', (topic, utterance) => {
    expect(read(utterance, 'en').topic).toBe(topic);
  });

  it('is its own question, not the same again, when one follows on "and you"', () => {
    expect(read('En u?').topic).toBe('same-question');
    expect(read('En u, hoe gaat het met u?').topic).toBe('how-are-you');
  });

  it('is nothing when nothing is asked, or no words say so', () => {
    expect(read('Wij hebben koffie.').topic).toBeNull();
    expect(read('Gelooft u in toeval?').topic).toBeNull();
  });

  it('is no fact of the scenario when it is about the talk itself', () => {
    expect(read('Hoe was de nacht? Wilt u koffie?').facts).toEqual([]);
  });
});

describe('what words show', () => {
  it.each([
    ['receptive', 'Ik kan het mis hebben, maar ze leek vrolijk.', 'nl'],
    ['receptive', 'Maybe I am missing something.', 'en'],
    ['attentive', 'Ik heb al uw berichten gelezen.', 'nl'],
    ['attentive', 'Take your time, I kept the afternoon free.', 'en'],
    ['kind-to-child', 'Mila is een vrolijke meid.', 'nl'],
    ['kind-to-child', 'She is such a kind girl.', 'en'],
    ['taking-back', 'Ik beloofde te veel. Dat kan ik niet waarmaken.', 'nl'],
    ['taking-back', 'I promised too much.', 'en'],
    ['owning-up', 'Dat is mijn fout.', 'nl'],
    ['owning-up', 'We did not keep our promise.', 'en'],
    ['limit', 'Daar kan ik niets over beloven.', 'nl'],
    ['agreement', 'Vrijdag om vier uur bel ik u.', 'nl'],
  ] as const)('is %s: "%s"', (sign, utterance, locale) => {
    expect(read(utterance, locale).signs).toContain(sign);
  });

  it('is no kind word when it is denied', () => {
    expect(read('Ze is gewoon niet zo slim.').signs).not.toContain('kind-to-child');
  });

  it.each([['Dat is mijn fout.'], ['Daar kan ik niets over beloven.'], ['Dat weet ik eerlijk gezegd niet.']])(
    'is no agreement: "%s"',
    (utterance) => {
      expect(read(utterance).signs).not.toContain('agreement');
    },
  );
});

describe('understanding', () => {
  it('has words of its own when it says more than a formula', () => {
    expect(read('Ik begrijp dat u boos bent over die kapotte fiets.').ownWords).toBe(true);
  });

  it.each(['Ik begrijp u helemaal.', 'Wat vervelend voor u, zeg.', 'Ik snap het echt.'])(
    'is a formula: "%s"',
    (words) => {
      expect(read(words).ownWords).toBeUndefined();
    },
  );
});

describe('a question', () => {
  it.each(['Wat deed ze toen ze thuiskwam?', 'Wie is uw baas?'])('is about something in particular: "%s"', (words) => {
    expect(read(words).inParticular).toBe(true);
  });

  it.each(['En toen?', 'Hoe ziet u dat zelf?', 'Wat merkt u aan Mila?'])(
    'leaves open what it is about: "%s"',
    (words) => {
      expect(read(words).inParticular).toBeUndefined();
    },
  );
});
