import type { ContentFiles } from '../contentFiles.ts';
import type { Path } from '../lineFinder.ts';
import { LOCALES, type Locale, type Localized } from '../schema/locale.ts';
import type { ReadabilityBounds } from '../schema/readability.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { allLines } from './linesOf.ts';
import { measure } from './readingEase.ts';

/** What a parent says, a briefing, a tip and a reply read easily (B1): short sentences, no pile of long words or clauses. */
export const textsAreReadable: ContentCheck = {
  id: 'texts-are-readable',
  why: 'Nobody speaks so, and a tired teacher would have to read it twice.',
  run: (files, { readability }) => {
    if (!readability) return [];

    return texts(files).flatMap(({ in: file, at, text }) =>
      LOCALES.flatMap((locale) =>
        tooHard(text[locale], locale, readability.data[locale]).map((fault) => ({
          in: file,
          at: [...at, locale],
          ...fault,
        })),
      ),
    );
  },
};

interface PlacedText {
  readonly in: Finding['in'];
  readonly at: Path;
  readonly text: Localized;
}

function texts(files: ContentFiles): readonly PlacedText[] {
  return [
    ...allLines(files).map(({ in: file, at, line }) => ({ in: file, at: [...at, 'say'], text: line.say })),
    ...files.scenarios.flatMap(({ scenario }) =>
      (['summary', 'briefing', 'goal'] as const).map((key) => ({ in: scenario, at: [key], text: scenario.data[key] })),
    ),
    ...(files.answering?.kinds ?? []).flatMap((kind) => [
      { in: kind, at: ['read'], text: kind.data.read },
      ...kind.data.replies.map(({ text }, index) => ({ in: kind, at: ['replies', index, 'text'], text })),
    ]),
    ...files.tips.flatMap((tip) => [
      ...(['what', 'why'] as const).map((key) => ({ in: tip, at: [key], text: tip.data[key] })),
      ...tip.data.say.map(({ text }, index) => ({ in: tip, at: ['say', index, 'text'], text })),
      ...tip.data.example.map(({ text }, index) => ({ in: tip, at: ['example', index, 'text'], text })),
    ]),
  ];
}

function tooHard(
  text: string,
  locale: Locale,
  bounds: ReadabilityBounds,
): readonly { readonly message: string; readonly fix: string }[] {
  const { ease, longestSentence, longWords, clauses } = measure(text, locale, bounds);
  return [
    ...(ease !== undefined && ease < bounds.least
      ? [{ message: `Its reading ease is ${ease}, below ${bounds.least}.`, fix: 'use shorter words and sentences.' }]
      : []),
    ...(longestSentence > bounds.wordsInSentence
      ? [
          {
            message: `A sentence is ${longestSentence} words long, more than ${bounds.wordsInSentence}.`,
            fix: 'make two sentences of it.',
          },
        ]
      : []),
    ...(longWords.length > bounds.longWords
      ? [
          {
            message: `One sentence holds the long words ${longWords.join(', ')}.`,
            fix: 'say at least one of them simply.',
          },
        ]
      : []),
    ...(clauses > bounds.clauses
      ? [{ message: `One sentence holds ${clauses} subordinate clauses.`, fix: 'make two sentences of it.' }]
      : []),
  ];
}
