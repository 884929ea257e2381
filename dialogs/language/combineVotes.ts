import type { RecognizedMove } from '../engine/reading.ts';
import type { Analysis } from './analysis.ts';
import { clauseAt } from './clauseAt.ts';
import type { Vote } from './vote.ts';

const ENOUGH = 0.5;
const MOST = 0.99;

/** Votes for one move whose clauses touch are one move; weak votes add up. In order of place. */
export function combineVotes(votes: readonly Vote[], analysis: Analysis): readonly RecognizedMove[] {
  return groupTouching(votes.map((vote) => toClauses(vote, analysis)))
    .map((group) => toMove(group, analysis))
    .filter(({ confidence }) => confidence >= ENOUGH)
    .sort((a, b) => a.start - b.start || a.end - b.end || a.move.localeCompare(b.move));
}

function groupTouching(votes: readonly Vote[]): readonly (readonly Vote[])[] {
  const groups: Vote[][] = [];
  let end = 0;
  for (const vote of votes.toSorted((a, b) => a.move.localeCompare(b.move) || a.from - b.from || a.to - b.to)) {
    const group = groups.at(-1);
    const touches = group?.[0]?.move === vote.move && vote.from < end;
    if (group && touches) group.push(vote);
    else groups.push([vote]);
    end = touches ? Math.max(end, vote.to) : vote.to;
  }
  return groups;
}

/** A vote stretched to the whole clauses that it touches: the evidence reads on its own. */
function toClauses(vote: Vote, analysis: Analysis): Vote {
  const from = clauseAt(analysis, vote.from)?.from ?? vote.from;
  const to = clauseAt(analysis, vote.to - 1)?.to ?? vote.to;
  return { ...vote, from: Math.min(from, vote.from), to: Math.max(to, vote.to) };
}

function toMove(group: readonly Vote[], { tokens }: Analysis): RecognizedMove {
  const best = group.reduce((strongest, vote) => (vote.strength > strongest.strength ? vote : strongest));
  const told = distinct(group);
  const doubt = told.reduce((rest, { strength }) => rest * (1 - strength), 1);
  const sure = group.filter(({ strength }) => strength >= ENOUGH);
  const signs = [...new Set(group.flatMap(({ sign }) => sign ?? []))];
  const carriers = sure.length > 0 ? sure : group;
  return {
    move: best.move,
    confidence: Math.round(Math.min(MOST, 1 - doubt) * 100) / 100,
    start: tokens[Math.min(...carriers.map(({ from }) => from))]?.start ?? 0,
    end: tokens[Math.max(...carriers.map(({ to }) => to)) - 1]?.end ?? 0,
    because: best.because,
    ...(signs.length > 0 ? { signs } : {}),
  };
}

/** One vote for each reason: two patterns of one cue are no more sure than one. */
function distinct(group: readonly Vote[]): readonly Vote[] {
  const byReason = new Map<string, Vote>();
  for (const vote of group) {
    const reason = vote.because.split(' (')[0] ?? '';
    const known = byReason.get(reason);
    if (!known || known.strength < vote.strength) byReason.set(reason, vote);
  }
  return [...byReason.values()];
}
