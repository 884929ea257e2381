import type { Phrases, QuestionForm, Sentence } from './analysis.ts';
import type { ClauseStretch } from './segment.ts';

const WH_REACH = 4;

/**
 * How a clause asks, by word order first and by the mark at the end of its sentence second; null when it does not ask.
 */
export function questionForm(
  clause: ClauseStretch,
  sentence: Pick<Sentence, 'from' | 'to' | 'mark'>,
  phrases: Phrases,
): QuestionForm | null {
  const marked = clause.to === sentence.to && sentence.mark === '?';
  const start = skipFillers(clause, phrases);
  if (asksWh(start, clause.to, phrases, marked)) return 'wh';
  const opens = clause.from === sentence.from && start === clause.from;
  if (asksByInversion(start, clause.to, phrases) && (marked || mayAskUnmarked(start, clause.to, opens, phrases)))
    return 'yes-no';
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

/** "Maakt u zich geen zorgen", "…, heb ik gehoord" and "eerlijk gezegd heb ik het gezien" have the word order of a question and are none without its mark, nor is "kan ik niet". */
function mayAskUnmarked(start: number, to: number, opens: boolean, phrases: Phrases): boolean {
  if (phrases.at('imperative', start, to) > 0 || phrases.at('negation', start + 2, to) > 0) return false;
  return opens || phrases.at('we', start + 1, to) < 0 || phrases.at('permission', start, to) > 0;
}

function hasTag(clause: ClauseStretch, phrases: Phrases, marked: boolean): boolean {
  const tags = phrases.all('tag', clause.from + 1, clause.to);
  const last = tags.at(-1);
  return last !== undefined && last.to >= clause.to - 1 && (marked || last.to === clause.to);
}
