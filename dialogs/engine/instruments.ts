import type { Instruments } from './debrief.ts';
import type { makes } from './occasion.ts';
import { questionsIn } from './questionMoves.ts';
import type { Rehearsal, Turn } from './rehearsal.ts';

/** Figures about a talk, counted from its turns. The opening counts among the parent's words. */
export function instruments({ turns, opening }: Rehearsal): Instruments {
  const reflections = countMoves(turns, 'show-understanding');
  const questions = sum(turns.map(({ reading }) => questionsIn(reading)));
  const teacher = sum(turns.map(({ reading }) => reading.words));
  const parent = sum([opening, ...turns.map(({ reply }) => reply)].map(({ text }) => wordsIn(text)));
  const promises = turns.at(-1)?.state.promises ?? [];
  const acknowledged = turns.findIndex(({ state }) => state.heard.length > 0);
  return {
    turns: turns.length,
    reflections,
    questions,
    openQuestions: countMoves(turns, 'ask-open-question'),
    reflectionsPerQuestion: questions === 0 ? null : reflections / questions,
    shareOfWords: teacher === 0 ? 0 : teacher / (teacher + parent),
    adviceBeforeAcknowledging: countMoves(acknowledged < 0 ? turns : turns.slice(0, acknowledged), 'premature-advice'),
    promisesWithin: promises.filter(({ reach }) => reach === 'own').length,
    promisesBeyond: promises.filter(({ reach }) => reach === 'beyond').length,
  };
}

function countMoves(turns: readonly Turn[], move: Parameters<typeof makes>[1]): number {
  return sum(turns.map(({ reading }) => reading.moves.filter((made) => made.move === move).length));
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
