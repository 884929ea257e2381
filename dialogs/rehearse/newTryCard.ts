import { cardBody } from '../cards/cardBody.ts';
import type { CardLook } from '../cards/withCard.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import type { Translate } from '../texts.ts';
import { curveCard } from './curve/curveCard.ts';

/** How this try compares with the one it stands in for, in words and as lines beside each other. */
export function newTryCard(t: Translate, words: string, { start, turns, tries }: Rehearsal): CardLook {
  const points = [{ turn: 0, ...start }, ...turns.map(({ number, state }) => ({ turn: number, ...state }))];
  const earlier = tries.map(({ from, curve }, index) => ({
    number: index + 1,
    points: curve.map(({ tension }, step) => ({ turn: from + step, tension })),
  }));
  return { body: [...cardBody(words), curveCard({ points, tries: earlier }, t)] };
}
