import { describe, expect, it } from '@jest/globals';
import { LOCALES, type Locale } from '../../../content/schema/locale.ts';
import { toolNamed } from '../../../dialogs/toolbox/tools.ts';
import { chat, content } from '../chat.ts';
import { keptAfter } from './keptAfter.ts';

const walked = content.toolbox.filter(({ walk }) => walk);
const cases = walked.flatMap(({ id }) => LOCALES.map((locale) => [id, locale] as const));
const WORDS = {
  nl: { make: 'maken', skip: 'overslaan', source: 'bron?' },
  en: { make: 'make', skip: 'skip', source: 'source?' },
};

/** Takes the first choice at each question, else types these words, until something is kept. */
async function walkThrough(tool: string, locale: Locale, words: string): Promise<ReturnType<typeof chat>['kept']> {
  const talk = chat(locale);
  const steps = content.toolbox.find(({ id }) => id === tool)?.walk?.steps ?? [];
  await talk.say(`${WORDS[locale].make} ${tool}`);
  for (let at = 0; at < steps.length && talk.kept.keepsakes.length === 0; at += 1) {
    const progress = await talk.say(words);
    if (progress.some(({ text }) => /Kies een van|Please choos/.test(text))) await talk.say('1');
  }
  return talk.kept;
}

describe('every tool that is made step by step', () => {
  it('has code for its walk', () => {
    expect(walked.map(({ id }) => id).filter((id) => !toolNamed(id))).toEqual([]);
  });

  it('is all of the toolbox', () => {
    expect(walked.map(({ id }) => id)).toEqual(content.toolbox.map(({ id }) => id));
  });

  it.each(cases)('ends in something to keep: %s in %s', async (id, locale) => {
    const { keepsakes } = await walkThrough(id, locale, locale === 'nl' ? 'Iets wat ik zag.' : 'Something I saw.');

    expect(keepsakes).toHaveLength(1);
    expect(keepsakes[0]).toMatchObject({ tool: id, locale });
  });

  it.each(cases)('keeps plain words without marks: %s in %s', async (id, locale) => {
    const { keepsakes } = await walkThrough(id, locale, 'x');

    expect(JSON.stringify(keepsakes[0]?.sections)).not.toMatch(/\*\*|`|<\w|\]\(/);
  });

  it.each(cases)('names its sources when asked at the first question: %s in %s', async (id, locale) => {
    const talk = chat(locale);
    await talk.say(`${WORDS[locale].make} ${id}`);

    const [answer, question] = await talk.say(WORDS[locale].source);

    expect(answer?.text).toContain(content.toolbox.find((tool) => tool.id === id)?.title[locale]);
    expect(answer?.text).toMatch(/^- \*\*/m);
    expect(question?.text).toMatch(/1 (van|of) \d/);
  });

  it('tells what is our own apart from what an article says', async () => {
    const talk = chat('nl');
    await talk.say('gereedschap signals');

    const [answer] = await talk.say('bron');

    expect(answer?.text).toMatch(/Van Niejenhuis e\.a\., 2015\*\*, kader “Signalen/);
    expect(answer?.text).toContain('**Van ons zelf.**');
  });
});

describe('a paper that parents get', () => {
  it('names no literature', async () => {
    const page = await keptAfter('nl', 'in-between', ['kaartje met een pluim', 'Je hielp een ander.']);

    expect(page.sources).toEqual([]);
  });
});
