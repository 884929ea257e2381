import type { Analysis, Clause, Phrases } from '../analysis.ts';
import type { Vote } from '../vote.ts';

/**
 * A concrete agreement is who, what and when: someone of the school does something at a moment that can be checked
 * ("morgen in de kring praat ik met de groep"). "Binnenkort" is no moment; a question is no agreement yet.
 */
export function voteByAgreement(analysis: Analysis): readonly Vote[] {
  return analysis.clauses.flatMap((clause) => {
    const sentence = analysis.sentences[clause.sentence];
    if (!sentence || (clause.question !== null && clause.question !== 'tag')) return [];
    const { phrases, grammar } = analysis.viewOf(sentence.locale);
    return isAgreement(clause, phrases) ? [agreed(clause, grammar.reasons.agreement)] : [];
  });
}

function isAgreement({ from, to }: Clause, phrases: Phrases): boolean {
  if (!phrases.first('when', from, to) || !phrases.first('we', from, to)) return false;
  if (phrases.first('past', from, to) || phrases.first('negation', from, to)) return false;

  return phrases.first('action', from, to) !== undefined;
}

function agreed({ from, to }: Clause, because: string): Vote {
  return {
    move: 'clear-honest-realistic',
    from,
    to,
    strength: 0.75,
    bare: false,
    because,
    rule: 'agreement',
    sign: 'agreement',
  };
}
