import type { Phrases, QuestionForm, Sentence } from './analysis.ts';
import type { ClauseStretch } from './segment.ts';

const WH_REACH = 4;

/**
 * How a clause asks, by word order first and by its mark second; null when it does not ask.
 * `last`: it is the last clause of its sentence, where the mark stands.
 */
export function questionForm(
  clause: ClauseStretch,
  mark: Sentence['mark'],
  last: boolean,
  phrases: Phrases,
): QuestionForm | null {
  const marked = last && mark === '?';
  const start = skipFillers(clause, phrases);
  if (asksWh(start, clause.to, phrases, marked)) return 'wh';
  if (asksByInversion(start, clause.to, phrases) && (marked || !isImperative(start, clause.to, phrases))) return 'yes-no';
  if (hasTag(clause, phrases, marked)) return 'tag';
  return marked ? 'unmarked' : null;
}

/** The first word after "nou", "oké", "well". */
export function skipFillers({ from, to }: ClauseStretch, phrases: Phrases): number {
  let word = from;
  for (let end = phrases.at('filler', word, to); end > 0 && end < to; end = phrases.at('filler', word, to)) word = end;
  return word;
}

function asksWh(start: number, to: number, phrases: Phrases, marked: boolean): boolean {
  const end = phrases.at('question-word', start, to);
  if (end < 0) return false;
  if (marked) return true;

  for (let word = end; word < Math.min(to, end + WH_REACH); word += 1) {
    if (phrases.at('finite', word, to) > 0) return phrases.at('subject', word + 1, to) > 0 || word === end;
    if (phrases.at('subject', word, to) > 0 || phrases.at('subordinate', word, to) > 0) return false;
  }
  return false;
}

function asksByInversion(start: number, to: number, phrases: Phrases): boolean {
  if (phrases.at('finite', start, to) > 0) return phrases.at('subject', start + 1, to) > 0;
  if (phrases.at('non-verb', start, to) > 0 || phrases.at('subject', start, to) > 0) return false;
  if (phrases.at('subordinate', start, to) > 0 || phrases.at('question-word', start, to) > 0) return false;

  return phrases.at('inverted', start, to) > 0;
}

/** "Maakt u zich geen zorgen" has the word order of a question and is none without its mark. */
function isImperative(start: number, to: number, phrases: Phrases): boolean {
  return phrases.at('imperative', start, to) > 0;
}

function hasTag(clause: ClauseStretch, phrases: Phrases, marked: boolean): boolean {
  const tags = phrases.all('tag', clause.from + 1, clause.to);
  const last = tags.at(-1);
  return last !== undefined && last.to >= clause.to - 1 && (marked || last.to === clause.to);
}
