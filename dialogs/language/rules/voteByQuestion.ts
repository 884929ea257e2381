import type { RuleList } from '../../../content/schema/cue.ts';
import type { Move } from '../../../content/schema/move.ts';
import type { Analysis, Clause, Phrases } from '../analysis.ts';
import type { Vote } from '../vote.ts';

/**
 * What a question is when no cue says more: wh-questions and invitations to tell are open, yes/no on the substance
 * is closed, a request appeals to the parent; asking leave, planning a time, checking, or a scrap without a verb is
 * nothing.
 */
export function voteByQuestion(analysis: Analysis): readonly Vote[] {
  return analysis.clauses.flatMap((clause) => {
    const sentence = analysis.sentences[clause.sentence];
    if (!sentence) return [];
    const { phrases, grammar } = analysis.viewOf(sentence.locale);
    const kind = kindOf(clause, phrases);
    if (!kind) return [];
    const { from, to } = clause;
    return [{ move: MOVE[kind], from, to, strength: 0.6, bare: false, because: grammar.reasons[kind] }];
  });
}

const MOVE = {
  open: 'ask-open-question',
  closed: 'closed-leading-question',
  request: 'appeal-responsibility',
} as const satisfies Readonly<Record<string, Move>>;

function kindOf({ question, from, to }: Clause, phrases: Phrases): keyof typeof MOVE | undefined {
  if (question === null) return undefined;
  const holds = (list: RuleList) => phrases.first(list, from, to) !== undefined;
  if (holds('invitation')) return 'open';
  if (holds('logistics') || holds('permission')) return undefined;
  if (question === 'wh') return 'open';
  if (question === 'yes-no' && holds('request') && !holds('insight')) return 'request';
  if (question === 'unmarked' && !holds('finite')) return undefined;

  return 'closed';
}
