import { LOCALES } from '../schema/locale.ts';
import type { GoldenTalk } from '../workbenchFiles.ts';
import type { ContentCheck } from './contentCheck.ts';

/** One side may have so many times the words of the other. */
const MOST_TIMES = 2.5;

/** Good and poor sentences are about as long: in a tip, and in the golden talks of a scenario. */
export const goodAndPoorAreBalanced: ContentCheck = {
  id: 'good-and-poor-are-balanced',
  why: 'A teacher would learn that long is good, or that short is.',
  run: ({ tips, scenarios }, { goldenTalks }) =>
    LOCALES.flatMap((locale) => [
      ...tips.flatMap((tip) => {
        const say = tip.data.say.map(({ text }) => text[locale]);
        const avoid = tip.data.avoid.map(({ text }) => text[locale]);
        return unbalanced(say, avoid).map((found) => ({ in: tip, at: ['avoid'], ...found }));
      }),
      ...scenarios.flatMap(({ folder }) => {
        const of = (name: string) =>
          goldenTalks.find((talk) => talk.scenario === folder && talk.name === name && talk.data.locale === locale);
        const [good, poor] = [of('good'), of('poor')];
        if (!good || !poor) return [];
        return unbalanced(said(good), said(poor)).map((found) => ({ in: poor, at: ['talk'], ...found }));
      }),
    ]),
};

function said({ data }: GoldenTalk): readonly string[] {
  return data.talk.map(({ say }) => say);
}

function unbalanced(
  good: readonly string[],
  poor: readonly string[],
): readonly { readonly message: string; readonly fix: string }[] {
  const [long, short] = [meanWords(good), meanWords(poor)];
  if (Math.max(long, short) <= MOST_TIMES * Math.min(long, short)) return [];
  const message = `Good sentences have ${long.toFixed(1)} words on average and poor ones ${short.toFixed(1)}.`;
  return [{ message, fix: 'lengthen some of one and shorten some of the other.' }];
}

function meanWords(sentences: readonly string[]): number {
  const words = sentences.reduce((sum, sentence) => sum + sentence.split(/\s+/).length, 0);
  return words / Math.max(1, sentences.length);
}
