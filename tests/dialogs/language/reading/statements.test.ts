import { describe, expect, it } from '@jest/globals';
import type { Statement } from '../../../../content/schema/hearing.ts';
import type { Locale } from '../../../../content/schema/locale.ts';
import { createReader } from '../../../../dialogs/language/createReader.ts';
import { theContent } from '../../../theContent.ts';
import { recognizer } from '../lexicon.ts';

const [scenario] = theContent().scenarios;
if (!scenario) throw new Error('there is no scenario to test with');

const reader = createReader(recognizer);
const statement = (utterance: string, locale: Locale) => reader.read(utterance, scenario, locale).statement;

const DUTCH: readonly (readonly [Statement, string])[] = [
  ['put-right', 'Zo was het niet bedoeld. Ik begin opnieuw.'],
  ['freed', 'Daar hoeft u vandaag geen antwoord op te geven.'],
  ['urged', 'U moet ook begrijpen dat ik er alleen voor sta.'],
  ['admitted', 'Ik heb er niet aan gedacht.'],
  ['believed', 'Dat geloof ik meteen.'],
  ['condition', 'Als het rooster verandert, kan hij eerder naar binnen.'],
  ['not-seen', 'Ik zie hem bij mij nooit boos.'],
  ['suggested', 'U kunt hem ook eens laten logeren.'],
  ['praise', 'Hij heeft gisteren een kleuter getroost.'],
  ['plan', 'Ik ga er morgen bij zitten.'],
  ['done', 'Ik heb de hele groep aangesproken.'],
  ['seen', 'Ik zag hem een paar keer alleen staan.'],
  ['school', 'Wij werken met een vaste methode.'],
  ['of-others', 'Die jongen zegt er niks meer van. Hij kijkt alleen weg.'],
  ['of-child', 'Hij gaat dan stilletjes in een hoekje zitten.'],
];
const ENGLISH: readonly (readonly [Statement, string])[] = [
  ['put-right', 'Let me put that differently.'],
  ['freed', 'Whether you sign is up to you.'],
  ['urged', 'You have to understand that we are short of staff.'],
  ['admitted', 'It slipped my mind.'],
  ['believed', 'I believe that.'],
  ['refused', "I can't just move a child to another class."],
  ['not-seen', 'I never see her upset.'],
  ['suggested', 'You could always try a club.'],
  ['praise', 'She stood up for a younger girl on Friday.'],
  ['plan', "I'll sit with her tomorrow."],
  ['done', 'I told the whole class to stop.'],
  ['seen', 'I noticed him drawing by himself.'],
  ['school', 'We have a programme for that.'],
  ['of-others', 'That boy has stopped saying anything.'],
  ['of-child', 'She goes and sits in a corner.'],
];

describe('what plain words are about', () => {
  it.each(DUTCH)('is %s: "%s"', (about, utterance) => {
    expect(statement(utterance, 'nl')).toBe(about);
  });

  it.each(ENGLISH)('is %s: "%s"', (about, utterance) => {
    expect(statement(utterance, 'en')).toBe(about);
  });

  it('is an opinion where no words say so', () => {
    expect(statement('Een grap is pas leuk met z’n tweeën.', 'nl')).toBe('opinion');
  });

  it('is not asked of a question', () => {
    expect(statement('Hoe gaat het thuis?', 'nl')).toBeUndefined();
  });
});

describe('a day in a plan', () => {
  it.each([
    ['From tomorrow I will start with him and two others, every morning till Friday.', 'en'],
    ['Ik ben er elke ochtend, tot vrijdag.', 'nl'],
  ] as const)('is no goodbye: "%s"', (utterance, locale) => {
    expect(reader.read(utterance, scenario, locale).kind).toBe('talk');
  });
});
