import type { Path } from '../lineFinder.ts';
import type { ContentFile } from '../readYaml.ts';
import { LOCALES, type Localized } from '../schema/locale.ts';
import type { Tip } from '../schema/tip.ts';
import type { ContentCheck } from './contentCheck.ts';

const MAX_WORDS = 25;

/** No sentence of a tip is longer than 25 words, and what and why are one sentence each. */
export const tipSentencesAreShort: ContentCheck = {
  id: 'tip-sentences-are-short',
  why: 'A tip is read in half a minute, between two lessons, and said aloud in one breath.',
  run: ({ tips }) =>
    tips.flatMap((tip) =>
      textsOf(tip).flatMap(({ at, text, isOne }) =>
        LOCALES.flatMap((locale) => {
          const sentences = sentencesOf(text[locale]);
          const longest = Math.max(0, ...sentences.map((sentence) => sentence.split(/\s+/).length));
          const place = { in: tip, at: [...at, locale] };
          return [
            ...(longest > MAX_WORDS
              ? [
                  {
                    ...place,
                    message: `A sentence is ${longest} words long.`,
                    fix: `make it ${MAX_WORDS} at most, or two.`,
                  },
                ]
              : []),
            ...(isOne && sentences.length > 1
              ? [{ ...place, message: `It is ${sentences.length} sentences.`, fix: 'say it in one.' }]
              : []),
          ];
        }),
      ),
    ),
};

interface PlacedText {
  readonly at: Path;
  readonly text: Localized;
  /** Whether it is to be one sentence. */
  readonly isOne: boolean;
}

function textsOf({ data }: ContentFile<Tip>): readonly PlacedText[] {
  return [
    ...(['what', 'why'] as const).map((key) => ({ at: [key], text: data[key], isOne: true })),
    ...data.say.map(({ text }, index) => ({ at: ['say', index, 'text'], text, isOne: false })),
    ...data.avoid.flatMap(({ text, because }, index) => [
      { at: ['avoid', index, 'text'], text, isOne: false },
      { at: ['avoid', index, 'because'], text: because, isOne: false },
    ]),
    ...data.example.map(({ text }, index) => ({ at: ['example', index, 'text'], text, isOne: false })),
  ];
}

function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<![.!?…])[.!?…]+(?=\s|$)/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
