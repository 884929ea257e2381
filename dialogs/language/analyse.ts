import type { Locale } from '../../content/schema/locale.ts';
import type { Analysis, Clause, Sentence, View } from './analysis.ts';
import { createPhrases } from './findPhrases.ts';
import { foldWord } from './foldWord.ts';
import type { Grammar, WordKind } from './grammar.ts';
import { guessLocale } from './guessLocale.ts';
import { setBit } from './pattern/matchPatterns.ts';
import { questionForm, skipFillers } from './questionForm.ts';
import type { SpellingRepair } from './repairSpelling.ts';
import { splitClauses, splitSentences } from './segment.ts';
import type { Token } from './token.ts';
import { type Contractions, tokenize } from './tokenize.ts';

/** All that taking an utterance apart stands on. */
export interface Grammars extends Readonly<Record<Locale, Grammar>> {
  readonly contractions: Contractions;
  /** First names, folded. */
  readonly names: ReadonlySet<string>;
}

/** Takes an utterance apart into words, sentences and clauses, each sentence in its own language. */
export function analyse(
  text: string,
  expected: Locale,
  child: readonly string[],
  grammars: Grammars,
  repair: SpellingRepair = (tokens) => tokens,
): Analysis {
  const written = tokenize(text, grammars.contractions);
  const kinds = kindsOf(written, new Set(child.map(foldWord)), grammars);
  const repaired = repair(written, guessLocale(written, expected, grammars));
  const tokens = written.map((token, word) => (kinds[word] ? token : (repaired[word] ?? token)));
  const views = new Map<Locale, View>();
  const viewOf = (locale: Locale): View => {
    const view = views.get(locale) ?? createView(grammars[locale], tokens, kinds);
    views.set(locale, view);
    return view;
  };

  const main = guessLocale(tokens, expected, grammars);
  const trailing = text.slice(tokens.at(-1)?.end ?? 0);
  const sentences: Sentence[] = [];
  const clauses: Clause[] = [];
  if (tokens.length > 0) {
    for (const stretch of splitSentences(tokens, trailing, viewOf(main).phrases)) {
      const locale = guessLocale(tokens.slice(stretch.from, stretch.to), main, grammars);
      const view = viewOf(locale);
      clauses.push(...clausesOf({ ...stretch, locale }, sentences.length, tokens, view));
      sentences.push({ ...stretch, locale });
    }
  }
  return { text, written, tokens, kinds, sentences, clauses, clauseOf: clauseByWord(clauses), viewOf };
}

function clauseByWord(clauses: readonly Clause[]): readonly number[] {
  const byWord: number[] = [];
  clauses.forEach(({ to }, index) => {
    while (byWord.length < to) byWord.push(index);
  });
  return byWord;
}

function clausesOf(sentence: Sentence, index: number, tokens: readonly Token[], view: View): readonly Clause[] {
  const clauses: Clause[] = [];
  const stretches = splitClauses(sentence, tokens, view.phrases);
  setBit(view.field.clauseStarts, sentence.from);
  for (const stretch of stretches) {
    setBit(view.field.clauseStarts, stretch.from);
    setBit(view.field.clauseStarts, skipFillers(stretch, view.phrases));
    setBit(view.field.clauseEnds, stretch.to);
    const form = questionForm(stretch, sentence, view.phrases);
    const settled = form === 'unmarked' && clauses.some(({ question }) => question !== null);
    clauses.push({ ...stretch, sentence: index, question: settled ? null : form });
  }
  return clauses.map((clause, at) =>
    isCondition(clause, clauses[at + 1], view) ? { ...clause, question: null } : clause,
  );
}

/** "Hebt u een vraag, dan kunt u bellen": a condition with the word order of a question. */
function isCondition({ question }: Clause, next: Clause | undefined, { phrases }: View): boolean {
  return question === 'yes-no' && next !== undefined && phrases.at('consequence', next.from, next.to) > 0;
}

function createView(grammar: Grammar, tokens: readonly Token[], kinds: readonly (WordKind | undefined)[]): View {
  const field = grammar.fieldOf(tokens, kinds);
  return { grammar, field, phrases: createPhrases(grammar, field) };
}

function kindsOf(
  tokens: readonly Token[],
  child: ReadonlySet<string>,
  grammars: Grammars,
): readonly (WordKind | undefined)[] {
  return tokens.map((token, word) => {
    const { form } = token;
    if (child.has(form) || (form.endsWith('s') && child.has(form.slice(0, -1)))) return 'child';
    if (/^\d/.test(form)) return 'number';
    return isFirstName(token, word, grammars) ? 'name' : undefined;
  });
}

/** A listed name; one that is a common word too needs a capital inside its sentence. */
function isFirstName({ form, capital, gap }: Token, word: number, { nl, en, names }: Grammars): boolean {
  const name = form.endsWith('s') && !names.has(form) ? form.slice(0, -1) : form;
  if (!names.has(name)) return false;

  const common = nl.isIn('common-name', name) || en.isIn('common-name', name);
  return !common || (capital === 'first' && word > 0 && !/[.!?…\n]/.test(gap));
}
