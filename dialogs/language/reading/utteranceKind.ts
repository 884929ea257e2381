import type { UtteranceKind } from '../../../content/schema/state.ts';
import type { Grammars } from '../analyse.ts';
import type { Analysis } from '../analysis.ts';
import { functionWords } from '../guessLocale.ts';
import { isMash } from './isMash.ts';

/** What has been found in an utterance before its kind is asked. */
export interface Findings {
  readonly moves: number;
  readonly asks: boolean;
  /** It touches a concern or a fact. */
  readonly touches: boolean;
  /** It speaks of the weather, the journey, a match; asked only when there is nothing else in it. */
  readonly aside: () => boolean;
}

const LETTER_OR_PICTURE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** "Hm", "uh", "ehm": a sound in place of words. */
const HESITATION = /^\P{L}*(?:h+m+|u+h+m*|e+h+m*|m{2,})\P{L}*$/iu;
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu;
const FEWEST_FOREIGN = 3;
const KNOWN_SHARE = 0.35;
const GREETING_WORDS = 10;
const FEWEST_OFF_TOPIC = 6;
const SHORT_CLAUSE = 7;
const IN_THIS_TALK: ReadonlySet<string> = new Set(
  'ik mij mijn u uw je jij jouw wij we ons onze dit dat het er die hij zij hem haar zelf niet i me my you your we us our this that it there he she him her they not'.split(
    ' ',
  ),
);
/** In a longer clause, the words behind a comma: "thank you for coming in, see you Thursday". */
const LAST_WORDS = 3;

/** What an utterance is, apart from its moves. In doubt it is talk. */
export function utteranceKind(analysis: Analysis, grammars: Grammars, found: Findings): UtteranceKind {
  if (!LETTER_OR_PICTURE.test(analysis.text) || HESITATION.test(analysis.text)) return 'empty';
  if (analysis.tokens.length === 0) return 'nonsense';
  if (isRude(analysis)) return 'rude';
  if (!isUnderstood(analysis, grammars))
    return isMash(analysis.written.map(({ form }) => form)) ? 'nonsense' : 'foreign';
  if (!found.asks && endsWithFarewell(analysis)) return 'farewell';
  if (found.moves > 0 || found.asks || found.touches) return 'talk';
  if (isGreeting(analysis)) return 'greeting';

  return isOffTopic(analysis) || found.aside() ? 'off-topic' : 'talk';
}

/** Rude to the parent: not when it is quoted, or told of someone else. */
function isRude(analysis: Analysis): boolean {
  return analysis.sentences.some(({ from, to, locale }) => {
    const { phrases } = analysis.viewOf(locale);
    const insult = phrases.first('rude', from, to);
    if (!insult || /["“”'‘«„]/.test(analysis.tokens[insult.from]?.gap ?? '')) return false;
    return !phrases.first('reported', from, to) && !phrases.first('incident', from, insult.from);
  });
}

function isUnderstood({ text, written: tokens, kinds }: Analysis, grammars: Grammars): boolean {
  const foreignLetters = text.match(OTHER_SCRIPT)?.length ?? 0;
  if (foreignLetters > text.length / 3) return false;

  const { nl, en } = functionWords(tokens, grammars);
  const isKnown = (form: string) =>
    grammars.nl.knows(form) ||
    grammars.en.knows(form) ||
    grammars.nl.isIn('function-word', form) ||
    grammars.en.isIn('function-word', form);
  const known = tokens.filter(({ form }, word) => kinds[word] !== undefined || isKnown(form)).length;
  if (known === 0) return tokens.length < FEWEST_FOREIGN && !isMash(tokens.map(({ form }) => form));
  return (
    tokens.length < FEWEST_FOREIGN || known / tokens.length >= KNOWN_SHARE || (nl + en) / tokens.length >= KNOWN_SHARE
  );
}

function endsWithFarewell(analysis: Analysis): boolean {
  const last = analysis.sentences.at(-1);
  const clause = analysis.clauses.at(-1);
  if (!last || !clause) return false;
  const { phrases } = analysis.viewOf(last.locale);
  if (beginsWithFarewell(analysis, last)) return true;
  const isShort = clause.to - clause.from <= SHORT_CLAUSE;
  const from = last.to - last.from <= SHORT_CLAUSE ? last.from : clause.from;
  const found = phrases.first('farewell', isShort ? from : last.to - LAST_WORDS, last.to);
  const standsApart = isShort || analysis.tokens[found?.from ?? 0]?.gap.includes(',') === true;
  return found !== undefined && standsApart && (found.from > 0 || !isGreeting(analysis));
}

/** Before a comma, with a wish behind it: "good night, and give her a hug from me". */
function beginsWithFarewell(
  { tokens, viewOf }: Analysis,
  { from, to, locale }: Analysis['sentences'][number],
): boolean {
  const words = viewOf(locale).phrases.at('farewell', from, to);
  return words > 0 && tokens[from + words]?.gap.includes(',') === true;
}

function isGreeting({ tokens, sentences, viewOf }: Analysis): boolean {
  const [first] = sentences;
  if (!first || tokens.length > GREETING_WORDS) return false;
  const { phrases } = viewOf(first.locale);
  return phrases.at('greeting', 0, tokens.length) > 0;
}

/** Who says "I", "you", "he" or "that" may well speak of this talk, in words that nobody foresaw. */
function isOffTopic({ tokens, sentences, viewOf }: Analysis): boolean {
  if (tokens.length < FEWEST_OFF_TOPIC || tokens.some(({ form }) => IN_THIS_TALK.has(form))) return false;
  return sentences.every(({ from, to, locale }) => viewOf(locale).phrases.first('school-talk', from, to) === undefined);
}
