import type { Hearing } from '../../../content/schema/hearing.ts';
import type { Move } from '../../../content/schema/move.ts';
import type { Voice } from '../../../content/schema/scenario.ts';
import type { Sign } from '../../../content/schema/sign.ts';
import type { RecognizedMove } from '../../engine/reading.ts';

/** What these words show of one voice to another. */
export type SignsBetweenVoices = (utterance: string) => readonly Sign[];

/** `between`: expressions by sign; `<voice>` in them becomes any of the first names of `voices`. */
export function signsBetweenVoices(
  between: NonNullable<Hearing['between']>,
  voices: readonly Voice[],
): SignsBetweenVoices {
  if (voices.length === 0) return () => [];
  const anyVoice = `(?:${voices.map(({ firstName }) => firstName).join('|')})`;
  const expressions = between.map(({ sign, say }) => ({
    sign,
    any: say.map((source) => new RegExp(source.replaceAll('<voice>', anyVoice), 'iu')),
  }));
  return (utterance) => {
    const said = utterance.replaceAll('\u2019', "'");
    return expressions.filter(({ any }) => any.some((one) => one.test(said))).map(({ sign }) => sign);
  };
}

/** Kind words to one do no good in the same breath with harm to the other. */
const SPOILT: readonly Move[] = [
  'show-understanding',
  'appreciate',
  'name-expertise',
  'clear-honest-realistic',
  'premature-advice',
];

/** The moves that count beside signs of harm between voices. */
export function besideHarm(moves: readonly RecognizedMove[]): readonly RecognizedMove[] {
  return moves.filter(({ move }) => !SPOILT.includes(move));
}
