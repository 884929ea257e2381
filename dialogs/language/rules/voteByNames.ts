import type { Analysis, Clause, Phrases } from '../analysis.ts';
import type { Token } from '../token.ts';
import type { Vote } from '../vote.ts';

/**
 * Another child's name together with an incident, a fault, a feeling, health or home. Colleagues, the parent's own
 * child, and who sits beside whom are no breach.
 */
export function voteByNames(analysis: Analysis): readonly Vote[] {
  return analysis.clauses.flatMap((clause) => {
    const sentence = analysis.sentences[clause.sentence];
    if (!sentence) return [];
    const { phrases, grammar } = analysis.viewOf(sentence.locale);
    if (!hasOtherName(clause, analysis, phrases) || !isPrivate(clause, phrases)) return [];
    return [
      {
        move: 'break-confidentiality',
        ...span(clause),
        strength: 0.85,
        bare: false,
        because: grammar.reasons.name,
      } as const,
    ];
  });
}

function span({ from, to }: Clause): { from: number; to: number } {
  return { from, to };
}

function isPrivate({ from, to }: Clause, phrases: Phrases): boolean {
  return (['incident', 'family', 'feeling'] as const).some((list) => phrases.first(list, from, to) !== undefined);
}

function hasOtherName({ from, to }: Clause, { tokens, kinds }: Analysis, phrases: Phrases): boolean {
  for (let word = from; word < to; word += 1) {
    const token = tokens[word];
    if (!token || kinds[word] === 'child' || kinds[word] === 'number') continue;
    if (word > 0 && phrases.at('staff', word - 1, word) > 0) continue;
    if (looksLikeName(word, token, kinds[word] === 'name', tokens, phrases)) return true;
  }
  return false;
}

const SHORTEST_NAME = 3;

/** An unlisted name needs a capital inside its sentence, and to be no word that has one anyway. */
function looksLikeName(
  word: number,
  token: Token,
  listed: boolean,
  tokens: readonly Token[],
  phrases: Phrases,
): boolean {
  if (listed) return true;
  const opens = word === 0 || /[.!?…\n:"“]/.test(token.gap);
  if (
    token.capital !== 'first' ||
    token.form.length < SHORTEST_NAME ||
    opens ||
    tokens[word - 1]?.start === token.start
  )
    return false;

  return phrases.at('not-a-name', word, tokens.length) < 0;
}
