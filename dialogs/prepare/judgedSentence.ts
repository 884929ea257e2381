import type { MoveEntry, TipId } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { nicknameIn, type Plan } from './plan.ts';

/** A move that is seen in a sentence, and the words that show it. */
export interface SeenMove extends MoveEntry {
  readonly quote: string;
}

/** What the recognizer makes of one sentence at a tip. */
export interface JudgedSentence {
  /** The move by which it does what the tip asks. */
  readonly shown: SeenMove | null;
  /** What else helps. */
  readonly others: readonly SeenMove[];
  readonly unwanted: readonly SeenMove[];
  /** Understanding is shown and taken back with "but". */
  readonly isTakenBack: boolean;
  /** Nothing in it that harms. */
  readonly isKind: boolean;
}

/** Looks at a sentence as a rehearsal would. The nickname counts as the name of the parent's own child. */
export function judgedSentence(turn: DialogTurn, plan: Plan, tip: TipId, sentence: string): JudgedSentence {
  const { content, memory, recognizer } = turn;
  const child = nicknameIn(plan);
  const found = recognizer.recognize(sentence, memory.locale, child === null ? undefined : [child]);
  const seen = content.moves.flatMap((entry) => {
    const move = found.find((one) => one.move === entry.id);
    return move ? [{ ...entry, quote: sentence.slice(move.start, move.end) }] : [];
  });
  const helping = seen.filter(({ kind }) => kind === 'helps');
  const unwanted = seen.filter(({ kind }) => kind === 'avoid');
  const understood = found.find(({ move }) => move === 'show-understanding');
  const isTakenBack = understood !== undefined && holdsBut(sentence.slice(understood.start));
  return {
    shown: helping.find((entry) => entry.tip === tip) ?? null,
    others: helping.filter((entry) => entry.tip !== tip),
    unwanted,
    isTakenBack,
    isKind: unwanted.length === 0 && !isTakenBack,
  };
}

/** In the same sentence. */
function holdsBut(text: string): boolean {
  return /^[^.!?]*[\s,;](?:maar|but)\s/iu.test(text);
}
