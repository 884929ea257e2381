import type { Locale } from '../../content/schema/locale.ts';
import { MOVES, type Move } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { SayingId, ScenarioTeacher, TeacherSayings } from '../../content/schema/teacher.ts';
import { chance } from '../engine/chance.ts';
import { QUESTION_MOVES } from '../engine/questionMoves.ts';
import type { Reading } from '../engine/reading.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import type { Reader } from '../ports.ts';
import type { Intention } from './intention.ts';

/** Turns what a simulated teacher wants to say into what the parent takes in. */
export type Voice = (intention: Intention, rehearsal: Rehearsal, scenario: Scenario) => Reading;

/** As if the reader had understood every word as it was meant. */
export const handMadeVoice: Voice = ({ says, concern, sameWords }, { locale, turns }) => {
  const moves = says.flatMap((saying) => moveOf(saying) ?? []);
  return handMadeReading(moves, {
    utterance: sameWords ? 'Steeds dezelfde zin' : `Zin${turns.length} woord${turns.length}`,
    locale,
    kind: says.includes('farewell') ? 'farewell' : says.includes('off-topic') ? 'off-topic' : 'talk',
    concerns: concern === null ? [] : [concern],
    namesFeeling: says.includes('show-understanding') && concern === null,
  });
};

/** A reading with these moves, all equally sure; a question when one of them asks. */
export function handMadeReading(
  moves: readonly Move[],
  rest: Partial<Reading> & { readonly utterance: string },
): Reading {
  const end = rest.utterance.length;
  return {
    locale: 'nl',
    kind: 'talk',
    moves: moves.map((move) => ({ move, confidence: 0.9, start: 0, end, because: 'simulated' })),
    concerns: [],
    facts: [],
    namesFeeling: false,
    asks: moves.some((move) => QUESTION_MOVES.includes(move)),
    topic: null,
    signs: moves.includes('clear-honest-realistic') ? ['agreement'] : [],
    words: 8,
    ...rest,
  };
}

/** Sentences that a simulated teacher can choose from. */
export interface Phrasebook {
  /** Fit for any scenario. */
  readonly general: TeacherSayings;
  /** For one scenario: with which words each concern is taken up; a concern may be missing. */
  readonly understands: ScenarioTeacher['understands'];
}

/** Real sentences, understood as well as the reader understands them. */
export function spokenVoice(phrasebook: Phrasebook, reader: Reader): Voice {
  return (intention, rehearsal, scenario) => {
    const sentences = intention.says.map((saying) => {
      const choice = sentencesFor(saying, intention.concern, phrasebook, rehearsal.locale);
      return intention.sameWords ? choice[0] : fresh(choice, saying, rehearsal, scenario.child.name);
    });
    const words = sentences.join(' ').replaceAll('{child}', scenario.child.name);
    return reader.read(words, scenario, rehearsal.locale);
  };
}

function sentencesFor(
  saying: SayingId,
  concern: string | null,
  { general, understands }: Phrasebook,
  locale: Locale,
): readonly string[] {
  const own = saying === 'show-understanding' && concern !== null ? understands[concern]?.[locale] : undefined;
  return own ?? general.sayings[saying][locale];
}

/** One that was not said yet in this talk, where there is one; which one, the seed decides. */
function fresh(choice: readonly string[], saying: SayingId, { seed, turns }: Rehearsal, child: string): string {
  const isNew = (sentence: string) =>
    turns.every(({ reading }) => !reading.utterance.includes(sentence.replaceAll('{child}', child)));
  const unsaid = choice.filter(isNew);
  const from = unsaid.length > 0 ? unsaid : choice;
  return from[Math.floor(chance(seed, `${turns.length}/${saying}`) * from.length)] ?? '';
}

function moveOf(saying: SayingId): Move | null {
  if (saying === 'bare-understanding') return 'show-understanding';
  return MOVES.find((move) => move === saying) ?? null;
}
