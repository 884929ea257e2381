import type { DebriefSource } from './debriefSource.ts';
import { plain } from './parentLine.ts';

/** Below this the recognizer may well have read something else in the words. */
const SURE = 0.6;

/** Figures to think about, one line each with what it says; at last where the words may have been read wrongly. */
export function instrumentLines({ report, rehearsal, t }: DebriefSource): string {
  const { instruments: counted } = report;
  const ratio = counted.reflectionsPerQuestion;
  const lines = [
    t('dialogs.instruments.understanding', { reflections: counted.reflections, questions: counted.questions }),
    ...(ratio === null ? [] : [t('dialogs.instruments.ratio', { ratio: decimal(ratio, rehearsal.locale) })]),
    ...(counted.questions === 0
      ? []
      : [t('dialogs.instruments.open', { open: counted.openQuestions, questions: counted.questions })]),
    t('dialogs.instruments.share', { share: Math.round(counted.shareOfWords * 100) }),
    t('dialogs.instruments.advice', { advice: counted.adviceBeforeAcknowledging }),
    t('dialogs.instruments.promises', { within: counted.promisesWithin, beyond: counted.promisesBeyond }),
  ].map((line) => `- ${line}`);
  const doubts = unsure(rehearsal).map(
    ({ number, words }) => `- ${t('dialogs.instruments.doubt', { turn: number, quote: plain(words) })}`,
  );
  return [
    lines.join('\n'),
    ...(doubts.length > 0 ? [[t('dialogs.instruments.unsure'), ...doubts].join('\n')] : []),
  ].join('\n\n');
}

/** At most three turns in which nothing was recognised, or only with doubt. */
function unsure({ turns }: DebriefSource['rehearsal']) {
  return turns
    .filter(({ reading: { kind, moves } }) => kind === 'talk' && moves.every(({ confidence }) => confidence < SURE))
    .map(({ number, reading }) => ({ number, words: reading.utterance }))
    .slice(0, 3);
}

function decimal(value: number, locale: 'nl' | 'en'): string {
  return value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
}
