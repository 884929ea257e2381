import type { KeptRehearsal } from '../../dialogs/rehearse/keptRehearsal.ts';

/**
 * The part of a rehearsal that a coach gets: the talk as it went in the end. What the teacher tried and took back, thought
 * of it afterwards, or took along from an earlier talk stays with the teacher; so do the parent's inner lines.
 */
export function asShared({ summary, rehearsal }: KeptRehearsal): KeptRehearsal {
  const { opening, turns } = rehearsal;
  return {
    summary,
    estimate: null,
    rehearsal: {
      ...rehearsal,
      before: null,
      tries: [],
      opening: { ...opening, thought: '' },
      turns: turns.map((turn) => ({ ...turn, reply: { ...turn.reply, thought: '' } })),
    },
  };
}

/** The same without anything that was recognised in it: for who is still to judge that. What the parent felt stays. */
export function asBlind({ summary, rehearsal, estimate }: KeptRehearsal): KeptRehearsal {
  return {
    summary: { ...summary, tips: [] },
    estimate,
    rehearsal: {
      ...rehearsal,
      turns: rehearsal.turns.map((turn) => ({ ...turn, reading: { ...turn.reading, moves: [] }, ledger: [] })),
    },
  };
}
