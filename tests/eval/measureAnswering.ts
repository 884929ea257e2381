import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { AnsweringContent, Content } from '../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { MESSAGE_KINDS, type MessageKindId, type ParentMessage } from '../../content/schema/messageKind.ts';
import { createMessageReader } from '../../dialogs/answering/createMessageReader.ts';
import type { DangerDetector } from '../../dialogs/language/danger/createDangerDetector.ts';
import { percentile } from '../bench/figures.ts';

/** How well it is read what a message carries. Shares are from 0 to 1. */
export interface AnsweringScore {
  readonly locale: Locale;
  /** Name of the set. */
  readonly set: string;
  readonly by: 'product' | 'search over the messages' | 'always the commonest';
  readonly messages: number;
  /** The kind that comes first is one that the message carries. */
  readonly first: number;
  readonly amongTwo: number;
  /** Of what was told without "perhaps": right. Null where the way of reading cannot say it. */
  readonly rightWhenSure: number | null;
  readonly sure: number | null;
  /** Of the messages that carry two kinds: both were told. */
  readonly both: number | null;
  /** Stopped for danger, though there is none. */
  readonly falseAlarms: number | null;
  /** Milliseconds: to learn a language, and for one message after that. */
  readonly learning: number;
  readonly p50: number;
  readonly p99: number;
}

/** Messages that nothing was learned from. */
export interface BlindMessages {
  readonly set: string;
  readonly locale: Locale;
  readonly messages: readonly ParentMessage[];
}

/** The blind messages in `<folder>/<set>.<locale>.txt`, one on a line: kinds with `+` between them, tab, message. */
export function readBlindMessages(folder: string): readonly BlindMessages[] {
  return globSync('*.txt', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const [set = '', named] = file.split('.');
      const locale = LOCALES.find((known) => known === named);
      return locale ? [{ set, locale, messages: parse(readFileSync(join(folder, file), 'utf8'), file) }] : [];
    });
}

function parse(text: string, file: string): readonly ParentMessage[] {
  return text
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => {
      const [named = '', message] = line.split('\t');
      const kinds = named.split('+').flatMap((name) => MESSAGE_KINDS.find((kind) => kind === name) ?? []);
      if (kinds.length !== named.split('+').length || !message) {
        throw new Error(`${file}: “${line}” is no kinds, tab, message.`);
      }
      return { kinds, text: message };
    });
}

/** What one way of reading makes of a message. */
interface Read {
  readonly ranked: readonly MessageKindId[];
  readonly told: readonly MessageKindId[];
  readonly isSure: boolean;
}

/** The product and two simpler ways beside it, on the same messages. */
export function measureAnswering(
  { answering, lexicon }: Content,
  findDanger: DangerDetector,
  blind: readonly BlindMessages[],
): readonly AnsweringScore[] {
  if (!answering) return [];
  return blind.flatMap((from) => {
    const { locale, messages } = from;
    const product = () => {
      const read = createMessageReader(answering, lexicon);
      return (text: string): Read => {
        const { ranked, carries, isSure } = read(text, locale);
        return { ranked: ranked.map(({ kind }) => kind), told: carries.map(({ kind }) => kind), isSure };
      };
    };
    const alarms = share(messages, ({ text }) => findDanger(text) !== null);
    const cannotSay = { rightWhenSure: null, sure: null, both: null, falseAlarms: null };
    return [
      { ...score(from, 'product', product), falseAlarms: alarms },
      {
        ...score(from, 'search over the messages', () => searchAlone(answering, locale)),
        ...cannotSay,
      },
      { ...score(from, 'always the commonest', () => commonest(answering, locale)), ...cannotSay },
    ];
  });
}

/** The search library alone, over the same messages; a kind is as near as its nearest message. */
function searchAlone({ messages }: AnsweringContent, locale: Locale): (text: string) => Read {
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  search.addAll(messages[locale].map(({ text }, id) => ({ id, text })));
  return (text) => {
    const kinds = search.search(text).flatMap(({ id }) => messages[locale][id as number]?.kinds[0] ?? []);
    const ranked = [...new Set(kinds)];
    return { ranked, told: ranked.slice(0, 1), isSure: true };
  };
}

function commonest({ messages }: AnsweringContent, locale: Locale): (text: string) => Read {
  const count = (kind: MessageKindId) => messages[locale].filter(({ kinds }) => kinds[0] === kind).length;
  const ranked = MESSAGE_KINDS.toSorted((a, b) => count(b) - count(a));
  return () => ({ ranked, told: ranked.slice(0, 1), isSure: true });
}

function score(
  { set, locale, messages }: BlindMessages,
  by: AnsweringScore['by'],
  make: () => (text: string) => Read,
): AnsweringScore {
  const began = performance.now();
  const read = make();
  read('ok');
  const learning = performance.now() - began;
  const all = messages.map(({ kinds, text }) => {
    const from = performance.now();
    const { ranked, told, isSure } = read(text);
    const ms = performance.now() - from;
    const places = kinds.map((kind) => ranked.indexOf(kind)).filter((place) => place >= 0);
    return { kinds, place: Math.min(99, ...places), told, isSure, ms };
  });
  const sure = all.filter(({ isSure }) => isSure);
  const times = all.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    locale,
    set,
    by,
    messages: all.length,
    first: share(all, ({ place }) => place === 0),
    amongTwo: share(all, ({ place }) => place < 2),
    rightWhenSure: share(sure, ({ place }) => place === 0),
    sure: sure.length / (all.length || 1),
    both: share(
      all.filter(({ kinds }) => kinds.length > 1),
      ({ kinds, told }) => kinds.every((kind) => told.includes(kind)),
    ),
    falseAlarms: null,
    learning,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}

function share<T>(items: readonly T[], is: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(is).length / items.length;
}

/** The scores as a table for a terminal. */
export function printAnswering(scores: readonly AnsweringScore[]): string {
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2)).padStart(8);
  const whole = (value: number) => value.toFixed(0).padStart(8);
  const head = `${'what a parent’s message carries'.padEnd(50)}   first    two    sure   right    both  alarms learn ms  p50 ms  p99 ms`;
  const lines = scores.map((one) =>
    [
      `  ${one.locale} ${one.set}, ${one.messages}, ${one.by}`.padEnd(50),
      ...[one.first, one.amongTwo, one.sure, one.rightWhenSure, one.both, one.falseAlarms].map(figure),
      whole(one.learning),
      ...[one.p50, one.p99].map(figure),
    ].join(''),
  );
  return `${[head, ...lines, ''].join('\n')}\n`;
}
