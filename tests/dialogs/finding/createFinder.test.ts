import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '../../../content/schema/locale.ts';
import { TOPICS, type TopicId } from '../../../content/schema/topic.ts';
import { createFinder, type FoundTopic } from '../../../dialogs/finding/createFinder.ts';
import { content } from '../chat.ts';

const find = createFinder(content);
const names = (topics: readonly FoundTopic[], count: number) => topics.slice(0, count).map(({ topic }) => topic);

describe('a question in own words', () => {
  it.each<[string, TopicId]>([
    ['moeder schreeuwt tegen mij in de gang', 'show-understanding'],
    ['is dit nu pesten of gewoon plagen', 'bullying-or-not'],
    ['welk prentenboek kan ik voorlezen', 'books'],
    ['ze plast weer in bed', 'signals'],
    ['wat zet ik in de nieuwsbrief', 'in-between'],
    ['onze visie op papier zetten', 'vision'],
    ['is daar onderzoek naar gedaan', 'why-it-works'],
  ])('finds its topic in Dutch: "%s"', (question, topic) => {
    const { topics } = find(question, 'nl');

    expect(topics[0]?.topic).toBe(topic);
  });

  it.each<[string, TopicId]>([
    ['a parent keeps yelling at me', 'show-understanding'],
    ['is it teasing or bullying', 'bullying-or-not'],
    ['which picture book shall I read', 'books'],
    ['the parents do not turn up at the parents evening', 'contact-moments'],
    ['parents are gossiping about each other', 'parents-as-group'],
  ])('finds its topic in English: "%s"', (question, topic) => {
    const { topics } = find(question, 'en');

    expect(topics[0]?.topic).toBe(topic);
  });

  it.each([
    'IS DIT PESTEN OF PLAGEN???',
    'is dit pestn of plagn',
    'is da nu pesten of plagen',
    '  is dit\npesten of plagen ',
  ])('finds it whatever its case, marks, slips and dialect: "%s"', (question) => {
    const { topics } = find(question, 'nl');

    expect(topics[0]?.topic).toBe('bullying-or-not');
  });

  it('finds it in the other language too', () => {
    const { certainty, topics } = find('is this bullying or just teasing', 'nl');

    expect([certainty, topics[0]?.topic]).toEqual(['sure', 'bullying-or-not']);
  });

  it('gives every topic once, best first, with chances of at most one together', () => {
    const { topics } = find('hoe praat ik met ouders', 'nl');

    const scores = topics.map(({ score }) => score);
    expect(new Set(names(topics, 99))).toEqual(new Set(TOPICS));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1.000001);
  });

  it('gives the same answer when asked again', () => {
    const question = 'vader wil dat ik iets beloof';

    expect(find(question, 'nl')).toEqual(createFinder(content)(question, 'nl'));
  });

  it.each(LOCALES)('is unsure about two words that fit several topics, in %s', (locale) => {
    const { certainty } = find(locale === 'nl' ? 'ouders en school' : 'parents and school', locale);

    expect(certainty).not.toBe('sure');
  });

  it('reads two words of Dutch as Dutch, wherever they are asked', () => {
    const found = find('boze ouder', 'en');

    expect(found).toMatchObject({ certainty: 'sure', language: 'nl' });
    expect(found.topics[0]?.topic).toBe('show-understanding');
  });

  it.each(['hoe bak ik een appeltaart', 'wat is de wortel van 81', 'xqzw brtpl', '', '?!', '🙈', 'a'])(
    'has nothing here that answers it: "%s"',
    (question) => {
      expect(find(question, 'nl').certainty).toBe('nothing');
    },
  );

  it('may be of any length and of any signs', () => {
    for (const text of ['maar '.repeat(900), 'asdfghjkl'.repeat(500), '\u0000\uFFFF'.repeat(100)]) {
      expect(find(text, 'nl').topics).toHaveLength(TOPICS.length);
    }
  });
});

describe('the questions in content', () => {
  it.each(LOCALES)('nearly all find their own topic among the first three in %s', (locale) => {
    const asked = content.questions[locale].filter(({ topic }) => topic !== 'something-else');

    const found = asked.filter(({ topic, text }) => names(find(text, locale).topics, 3).some((one) => one === topic));

    expect(found.length / asked.length).toBeGreaterThan(0.97);
  });
});
