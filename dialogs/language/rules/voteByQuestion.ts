import type { Move } from '../../../content/schema/move.ts';
import type { Analysis, Clause, Phrases } from '../analysis.ts';
import type { Vote } from '../vote.ts';

/**
 * What a question is when no cue says more: wh-questions and invitations to tell are open, yes/no on the substance
 * is closed; asking leave, planning a time, or checking is nothing.
 */
export function voteByQuestion(analysis: Analysis): readonly Vote[] {
  return analysis.clauses.flatMap((clause) => {
    const sentence = analysis.sentences[clause.sentence];
    if (!sentence) return [];
    const { phrases, grammar } = analysis.viewOf(sentence.locale);
    const move = moveOf(clause, phrases);
    const because = move === 'ask-open-question' ? grammar.reasons.open : grammar.reasons.closed;
    return move ? [{ move, from: clause.from, to: clause.to, strength: 0.6, bare: false, because }] : [];
  });
}

function moveOf({ question, from, to }: Clause, phrases: Phrases): Move | undefined {
  if (question === null) return undefined;
  const holds = (list: 'invitation' | 'logistics' | 'permission') => phrases.first(list, from, to) !== undefined;
  if (holds('invitation')) return 'ask-open-question';
  if (holds('logistics') || holds('permission')) return undefined;
  if (question === 'wh') return 'ask-open-question';
  if (question === 'unmarked' && to - from < 4) return undefined;

  return 'closed-leading-question';
}
