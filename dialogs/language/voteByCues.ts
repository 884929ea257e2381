import type { Analysis, Clause, Sentence, View } from './analysis.ts';
import { clauseAt } from './clauseAt.ts';
import type { CuePattern } from './grammar.ts';
import type { Program } from './pattern/compilePatterns.ts';
import { matchAt, mayMatch, positionsOf, type WordField } from './pattern/matchPatterns.ts';
import type { Vote } from './vote.ts';

/** Votes by the cues of `content/moves/cues.<locale>.yaml`, each sentence by those of its own language. */
export function voteByCues(analysis: Analysis): readonly Vote[] {
  const locales = new Set(analysis.sentences.map(({ locale }) => locale));
  const places: Places = { sentenceOf: sentencesByWord(analysis.sentences), reach: reachByWord(analysis) };
  return [...locales].flatMap((locale) => {
    const view = analysis.viewOf(locale);
    return candidates(view).flatMap(({ cue, words }) => votesOf(cue, words, view, analysis, places));
  });
}

/** The words that matched, as they were written. */
function wordsOf({ text, tokens }: Analysis, from: number, to: number): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

/** By word: its sentence, and how far a cue from there may reach. */
interface Places {
  readonly sentenceOf: readonly Sentence[];
  readonly reach: readonly number[];
}

interface Candidate {
  readonly cue: CuePattern;
  /** Where a word stands that every match of the pattern holds. */
  readonly words: readonly number[];
}

function candidates({ grammar, field }: View): readonly Candidate[] {
  const found = new Map<number, { readonly cue: CuePattern; readonly words: number[] }>();
  for (const terminal of field.terminals) {
    const patterns = grammar.patternsAt(terminal);
    const bits = field.bits[terminal];
    if (!bits || patterns.length === 0) continue;
    const positions = positionsOf(bits, field.length);
    for (const pattern of patterns) {
      const cue = grammar.patterns[pattern];
      const known = found.get(pattern);
      if (known) known.words.push(...positions);
      else if (cue && mayMatch(cue.program, field)) found.set(pattern, { cue, words: [...positions] });
    }
  }
  return [...found.values()];
}

function sentencesByWord(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.flatMap((sentence) => Array.from({ length: sentence.to - sentence.from }, () => sentence));
}

function votesOf(
  candidate: CuePattern,
  words: readonly number[],
  view: View,
  analysis: Analysis,
  { sentenceOf, reach }: Places,
): readonly Vote[] {
  const { program, cue } = candidate;
  const votes: Vote[] = [];
  const tried = new Set<number>();
  for (const word of words) {
    const sentence = sentenceOf[word];
    if (!sentence || sentence.locale !== view.grammar.locale) continue;
    for (let from = Math.max(sentence.from, word - program.before); from <= word; from += 1) {
      if (tried.has(from)) continue;
      tried.add(from);
      const to = matchAt(program, view.field, from, reach[from] ?? sentence.to);
      if (to < 0 || !holds(candidate, { from, to }, sentence, view, clauseAt(analysis, from))) continue;
      const { move, strength, bare, why, sign } = cue.cue;
      const because = `${why} (${wordsOf(analysis, from, to)})`;
      votes.push({ move, from, to, strength, bare, because, ...(sign === undefined ? {} : { sign }) });
    }
  }
  return votes;
}

/** For each word how far a cue from there may reach: not across a "but", nor out of the sentence. */
function reachByWord({ sentences, clauses }: Analysis): readonly number[] {
  const reach: number[] = [];
  const buts = Map.groupBy(
    clauses.filter(({ contrast }) => contrast),
    ({ sentence }) => sentence,
  );
  sentences.forEach(({ from, to }, index) => {
    for (const but of buts.get(index) ?? []) while (but.from > from && reach.length < but.from) reach.push(but.from);
    while (reach.length < to) reach.push(to);
  });
  return reach;
}

function holds(
  { cue, hasNegation }: CuePattern,
  { from, to }: { from: number; to: number },
  sentence: Sentence,
  { phrases, field }: View,
  clause: Clause | undefined,
): boolean {
  const { question } = cue.cue;
  if (question !== undefined && clause?.question !== 'unmarked' && question !== isQuestion(clause)) return false;
  if (
    !hasNegation &&
    phrases.first('negation', Math.max(sentence.from, Math.min(from, clause?.from ?? 0), from - 1), to)
  )
    return false;

  const inSentence = (program: Program) => matchesIn(program, field, sentence);
  return (cue.with.length === 0 || cue.with.some(inSentence)) && !cue.without.some(inSentence);
}

/** A question by its words; one that only its mark shows is as good as a statement. */
function isQuestion(clause: Clause | undefined): boolean {
  return clause !== undefined && clause.question !== null;
}

function matchesIn(program: Program, field: WordField, { from, to }: Sentence): boolean {
  if (!mayMatch(program, field)) return false;
  for (let word = from; word < to; word += 1) if (matchAt(program, field, word, to) > 0) return true;
  return false;
}
