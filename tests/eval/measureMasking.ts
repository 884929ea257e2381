import { join } from 'node:path';
import { readLabelledTurns } from '../../content/readLabelledTurns.ts';
import { readQuestions } from '../../content/readQuestions.ts';
import type { Content } from '../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { createFixedChance } from '../../dialogs/language/model/fixedChance.ts';
import { createMasker, type Masker } from '../../dialogs/masking/createMasker.ts';
import { MASK_KINDS, type MaskKind } from '../../dialogs/masking/maskedSpan.ts';
import { filledSentences, linesOf, type MaskingSentence, TYPED } from './maskingSentences.ts';
import { readSets } from './readSets.ts';

/** How much of one kind was found. */
export interface KindScore {
  readonly kind: MaskKind;
  readonly typed: (typeof TYPED)[number];
  readonly found: number;
  readonly of: number;
}

/** Sentences in which something was masked that is nobody's. */
export interface FalseScore {
  readonly set: string;
  readonly hit: number;
  readonly of: number;
}

/** What masking does in one language. */
export interface MaskingScore {
  readonly locale: Locale;
  readonly kinds: readonly KindScore[];
  readonly falseHits: readonly FalseScore[];
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** The folder of the content. */
const CONTENT = join(import.meta.dirname, '../../content');
const TIMES = { names: 3, numbers: 12 };
const KNOWN = ['Noor', 'Sam'];

/** Masks sentences that nothing was made with, and turns of teachers. `root`: the folder of the evaluation. */
export function measureMasking(content: Content, root: string): readonly MaskingScore[] {
  const mask = createMasker(content);
  const folder = join(root, 'masking');
  return LOCALES.map((locale) => {
    const chance = createFixedChance();
    const named = filledSentences(folder, locale, 'names.txt', TIMES.names, chance);
    const numbered = filledSentences(folder, locale, 'numbers.txt', TIMES.numbers, chance);
    const second = filledSentences(folder, locale, 'second.txt', 1, chance);
    const found = [...named, ...numbered, ...second].map((sentence) => ({
      sentence,
      ...foundIn(sentence, locale, mask),
    }));
    const names = new Set(linesOf(join(folder, locale, 'true-names.txt')));
    const without = [
      { set: 'written for this', texts: linesOf(join(folder, locale, 'without.txt')) },
      { set: 'development sets of moves', texts: setsOf(root, locale) },
      { set: 'turns and questions that are learned from', texts: turnsOf(locale) },
    ].map(({ set, texts }) => ({
      set,
      of: texts.length,
      wrong: texts.flatMap((text) => wrongIn(text, locale, names, mask)),
    }));
    return {
      locale,
      kinds: MASK_KINDS.flatMap((kind) => TYPED.flatMap((typed) => scoreOf(kind, typed, found))),
      falseHits: without.map(({ set, of, wrong }) => ({ set, hit: wrong.length, of })),
      missed: found.filter(({ missed }) => missed.length > 0).map(({ sentence }) => sentence.text),
      wrong: without.flatMap(({ wrong }) => wrong),
    };
  });
}

interface Found {
  readonly sentence: MaskingSentence;
  readonly missed: readonly MaskKind[];
}

/** A name is found when all of it is masked but the ending of a genitive. */
function foundIn({ text, wanted }: MaskingSentence, locale: Locale, mask: Masker): { missed: readonly MaskKind[] } {
  const { spans } = mask(text, locale, KNOWN);
  const missed = wanted.filter(
    ({ kind, start, end }) => !spans.some((span) => span.kind === kind && span.start <= start && span.end >= end),
  );
  return { missed: missed.map(({ kind }) => kind) };
}

function scoreOf(kind: MaskKind, typed: KindScore['typed'], found: readonly Found[]): readonly KindScore[] {
  const those = found.filter(({ sentence }) => sentence.typed === typed);
  const of = those.flatMap(({ sentence }) => sentence.wanted).filter((one) => one.kind === kind).length;
  if (of === 0) return [];
  const missed = those.flatMap(({ missed: kinds }) => kinds).filter((one) => one === kind).length;
  return [{ kind, typed, found: of - missed, of }];
}

/** The text, when something in it was masked that is no name of somebody; `names`: those that do stand in the texts. */
function wrongIn(text: string, locale: Locale, names: ReadonlySet<string>, mask: Masker): readonly string[] {
  const wrong = mask(text, locale, KNOWN).spans.filter((span) => !names.has(span.text));
  return wrong.length === 0 ? [] : [`${wrong.map((span) => span.text).join(' + ')}: ${text}`];
}

function setsOf(root: string, locale: Locale): readonly string[] {
  return readSets(join(root, 'sets'))
    .filter((set) => set.locale === locale)
    .flatMap(({ turns }) => turns.map(({ text }) => text));
}

function turnsOf(locale: Locale): readonly string[] {
  const { examples, known } = readLabelledTurns(locale, CONTENT).turns;
  const asked = readQuestions(CONTENT).questions.filter((question) => question.locale === locale);
  return [...examples, ...known, ...asked].map(({ text }) => text);
}

/** The scores as tables; wanted are 0.90 or more of names, 0.99 or more of numbers, and 2 % or fewer sentences hit for nothing. */
export function printMasking(scores: readonly MaskingScore[]): string {
  const share = (part: number, of: number) => (of === 0 ? '' : (part / of).toFixed(3));
  const rows = scores.flatMap(({ locale, kinds, falseHits }) => [
    '',
    `Masking (${locale}): found`,
    ...kinds.map(
      ({ kind, typed, found, of }) => `  ${kind.padEnd(8)} ${typed.padEnd(17)} ${share(found, of)}  ${found} of ${of}`,
    ),
    `Masked for nothing (${locale}): sentences`,
    ...falseHits.map(({ set, hit, of }) => `  ${set.padEnd(44)} ${share(hit, of)}  ${hit} of ${of}`),
  ]);
  return [...rows, ''].join('\n');
}
