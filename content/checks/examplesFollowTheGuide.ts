import type { Example, MarkedSpan } from '../schema/example.ts';
import type { LabelRule } from '../schema/labelRule.ts';
import type { Locale } from '../schema/locale.ts';
import { MOVES_TO_AVOID, type Move } from '../schema/move.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';
import { placeOf } from './examplesOf.ts';

/** Of these a question has at most one. */
const QUESTIONS: readonly Move[] = [
  'explicit-expectations',
  'appeal-responsibility',
  'propose-face-to-face',
  'ask-open-question',
  'closed-leading-question',
];

/** A capital inside a sentence that is not the parent's own child. */
const OTHER_NAME = /[\p{L},] (?!Noor|Sam)\p{Lu}\p{Ll}/u;

/** How an expression of a rule is held against words. */
const FRAMES: Readonly<Record<LabelRule['is'], (expression: string) => string>> = {
  needs: (expression) => expression,
  never: (expression) => `^(?:${expression})[\\s.,!?…]*$`,
  'never-begins': (expression) => `^(?:${expression})(?!\\p{L})`,
  'ended-by': (expression) => `^[\\s.,;:–—-]*(?:${expression})(?!\\p{L})`,
};

/** Says what is wrong with one span, if anything. */
type LabelFault = (example: Example, span: MarkedSpan) => string | undefined;

/** No label contradicts the guide where that can be told without understanding. */
export const examplesFollowTheGuide: ContentCheck = {
  id: 'examples-follow-the-guide',
  why: 'The recognizer learns a wrong label as readily as a right one.',
  run: ({ names }, { examples, known, labelRules }) => {
    const rules = (labelRules?.data.rules ?? []).map((rule) => faultBy(rule, names?.data.names ?? []));
    const faults = [ownHardNegative, twoQuestions, leadingAndMore, bothSides, looseEnds, ...rules];
    return [...known, ...examples].flatMap((example) => faultsIn(example, faults));
  },
};

function faultsIn(example: Example, faults: readonly LabelFault[]): readonly Finding[] {
  return example.spans.flatMap((span) =>
    faults.flatMap((fault) => {
      const message = fault(example, span);
      if (message === undefined) return [];
      const words = example.text.slice(span.start, span.end);
      return [{ ...placeOf(example), message: `“${words}”: ${message}`, fix: 'change the label, or the words.' }];
    }),
  );
}

const ownHardNegative: LabelFault = ({ unlike }, { move }) =>
  unlike === move ? `${move} cannot be what the turn only looks like and what it does.` : undefined;

const twoQuestions: LabelFault = ({ spans }, span) => {
  const other = spans.find((one) => sameWords(one, span) && one.move > span.move && isQuestion(one.move));
  return other && isQuestion(span.move) ? `a question has one label, not ${span.move} and ${other.move}.` : undefined;
};

const leadingAndMore: LabelFault = ({ spans }, span) => {
  const other = spans.find((one) => sameWords(one, span) && isAvoided(one.move) && one.move !== span.move);
  return other && span.move === 'closed-leading-question'
    ? `a leading question has one label; ${other.move} takes words of its own.`
    : undefined;
};

const bothSides: LabelFault = ({ spans }, span) => {
  const other = spans.find((one) => sameWords(one, span) && isAvoided(one.move) && !isAvoided(span.move));
  return other ? `the same words cannot help (${span.move}) and harm (${other.move}).` : undefined;
};

const looseEnds: LabelFault = ({ text }, { start, end }) => {
  const words = text.slice(start, end);
  return words !== words.trim() || !/\p{L}/u.test(words) ? 'a span begins and ends with its words.' : undefined;
};

function faultBy(rule: LabelRule, names: readonly string[]): LabelFault {
  const { move, is, why } = rule;
  const frame = FRAMES[is];
  const expression = (locale: Locale) =>
    new RegExp(frame(rule[locale].replaceAll('<name>', `(?:${names.join('|')})`)), 'iu');
  const expressions = { nl: expression('nl'), en: expression('en') };
  return ({ locale, text, spans }, span) => {
    if (span.move !== move) return undefined;
    const said = text.slice(span.start, span.end);
    const holds = (words: string) => expressions[locale].test(words);
    const broken = {
      needs: () => !holds(said) && !OTHER_NAME.test(said),
      never: () => holds(said),
      'never-begins': () => holds(text.slice(span.start)),
      'ended-by': () => holds(text.slice(span.end)) && harms(spans.find(({ start }) => start >= span.end)),
    }[is];
    return broken() ? why : undefined;
  };
}

function harms(span: MarkedSpan | undefined): boolean {
  return span !== undefined && isAvoided(span.move);
}

function sameWords(one: MarkedSpan, other: MarkedSpan): boolean {
  return one.start === other.start && one.end === other.end;
}

function isQuestion(move: Move): boolean {
  return QUESTIONS.includes(move);
}

function isAvoided(move: Move): boolean {
  return (MOVES_TO_AVOID as readonly Move[]).includes(move);
}
