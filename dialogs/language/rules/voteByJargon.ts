import type { Analysis, Phrases, Sentence } from '../analysis.ts';
import type { Vote } from '../vote.ts';

const EXPLAINED_WITHIN = 9;
const ABBREVIATION = /^[a-z]{2,5}$/;

/** Professional terms and abbreviations, unless the same turn explains them. */
export function voteByJargon(analysis: Analysis): readonly Vote[] {
  return analysis.sentences.flatMap((sentence) => {
    const { phrases, grammar } = analysis.viewOf(sentence.locale);
    const terms = [
      ...phrases.all('jargon', sentence.from, sentence.to),
      ...abbreviationsIn(sentence, analysis, phrases),
    ];
    const unexplained = terms.filter(({ from, to }) => !isExplained(from, to, analysis, phrases));
    const because = grammar.reasons.jargon;
    return unexplained.map(
      ({ from, to }) => ({ move: 'jargon', from, to, strength: 0.85, bare: false, because }) as const,
    );
  });
}

function abbreviationsIn(
  { from, to }: Sentence,
  { tokens }: Analysis,
  phrases: Phrases,
): readonly { from: number; to: number }[] {
  const shouted = tokens.slice(from, to).filter(({ capital, form }) => capital === 'all' && form.length > 1).length;
  if (shouted > (to - from) / 2) return [];

  const found: { from: number; to: number }[] = [];
  for (let word = from; word < to; word += 1) {
    const token = tokens[word];
    if (token?.capital !== 'all' || !ABBREVIATION.test(token.form)) continue;
    if (phrases.at('known-abbreviation', word, to) < 0 && phrases.at('jargon', word, to) < 0) {
      found.push({ from: word, to: word + 1 });
    }
  }
  return found;
}

/** "Het MDO, dat is …", "het MDO (een overleg met …)", "… noemen wij het MDO". */
function isExplained(from: number, to: number, { tokens, sentences }: Analysis, phrases: Phrases): boolean {
  const sentence = sentences.find((some) => from < some.to);
  const end = Math.min(tokens.length, to + EXPLAINED_WITHIN);
  if (phrases.first('explains', to, end) || tokens[to]?.gap.includes('(')) return true;

  const apposition = tokens[to]?.gap.trim() === ',' && to < (sentence?.to ?? 0) && phrases.at('article', to, end) > 0;
  return apposition || phrases.first('explained-by', sentence?.from ?? 0, from) !== undefined;
}
