import { describe, expect, it } from '@jest/globals';
import type { DangerLessons } from '../../../../content/readDangerLessons.ts';
import { createDangerDetector } from '../../../../dialogs/language/danger/createDangerDetector.ts';
import { createDangerTeacher } from '../../../../dialogs/language/danger/createDangerTeacher.ts';
import { decodeDangerModel, encodeDangerModel } from '../../../../dialogs/language/danger/dangerModel.ts';
import { content } from './detector.ts';

const teach = createDangerTeacher('en', content);
const { danger, lexicon } = content;

/** Two writers who know a word for danger that no pattern knows. */
const lessons: DangerLessons = {
  examples: ['one', 'other'].flatMap((writer) => [
    ...['the snark is at the gate', 'a snark came for me', 'he says the snark will get us'].map((text) => ({
      kind: 'threat' as const,
      text: `${text}, said ${writer}`,
      writer,
    })),
    ...['the cake is at the gate', 'a letter came for me', 'he says the bus will get us'].map((text) => ({
      kind: 'none' as const,
      text: `${text}, said ${writer}`,
      writer,
    })),
  ]),
  ordinary: ['We can meet on Friday.', 'She reads well.', 'Thank you for coming.'].map((text) => ({
    text,
    writer: 'a',
    isPractised: true,
  })),
};

const model = teach(lessons);

describe('learning from phrasings of danger', () => {
  it('gives the same model from the same phrasings, bit for bit', () => {
    expect(encodeDangerModel(teach(lessons), 'x')).toEqual(encodeDangerModel(model, 'x'));
  });

  it('finds a danger that no pattern knows, with the words that tell of it', () => {
    const findDanger = createDangerDetector(danger, lexicon, { models: { en: { ...model, threshold: -2 } } });
    const text = 'They told me that the snark is in the hall.';

    const found = findDanger(text);

    expect(found?.kind).toBe('threat');
    expect(found?.why).toBe(danger.en.learned);
    expect(text.slice(found?.start, found?.end)).toContain('snark');
  });

  it('leaves the last word to the patterns where nothing was learned', () => {
    const findDanger = createDangerDetector(danger, lexicon);

    expect(findDanger('They told me that the snark is in the hall.')).toBeNull();
    expect(findDanger('I want to die.')?.kind).toBe('self-harm');
  });
});

describe('a stored model of danger', () => {
  it('stays the same when it is stored again', () => {
    const stored = encodeDangerModel(model, 'fingerprint');

    expect(encodeDangerModel(decodeDangerModel(stored), 'fingerprint')).toEqual(stored);
  });

  it('is refused when a part of it is missing', () => {
    const stored = encodeDangerModel(model, 'fingerprint');

    expect(() => decodeDangerModel({ ...stored, buckets: stored.buckets + 1 })).toThrow('a weight for each bucket');
  });
});
