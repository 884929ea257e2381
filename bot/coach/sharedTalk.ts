import type { MarkedSpan } from '../../content/schema/example.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Debrief } from '../../dialogs/engine/debrief.ts';
import type { ParentState, Reply, Turn } from '../../dialogs/engine/rehearsal.ts';
import type { Content } from '../../dialogs/ports.ts';
import { curveLayout } from '../../dialogs/rehearse/curve/curveLayout.ts';
import type { CurveContent } from '../../dialogs/rehearse/curve/curveMessage.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { changeInWords } from '../../dialogs/rehearse/ledgerWords.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import { curvePart } from '../mine/curvePart.ts';
import { markedUtterance } from './markedUtterance.ts';
import type { Comment } from './review.ts';

/** A talk as it is read by more than its teacher, and what stands beside its turns. */
export interface TalkToRead {
  readonly talk: TalkToExport;
  readonly report: Debrief;
  readonly curve: CurveContent;
  /** In the language of the talk. */
  readonly t: Translate;
  readonly content: Pick<Content, 'moves' | 'sources'>;
  /** How the one who spoke is named beside it. */
  readonly speaker: string;
  /** The moves of a turn, as they are to be seen here. */
  readonly spansIn: (turn: Turn) => readonly MarkedSpan[];
  readonly comments: readonly Comment[];
  /** Which turns are read. */
  readonly isShown: (turn: Turn) => boolean;
  /** What stands under a turn. */
  readonly under: (turn: Turn) => readonly Markup[];
}

/** The curve and the talk, side by side where there is room. */
export function sharedTalk(reading: TalkToRead): Markup {
  const { t, curve, talk } = reading;
  const { locale } = talk.kept.rehearsal;
  return element(
    'div',
    { class: 'reading', lang: locale },
    element(
      'section',
      { class: 'reading__curve', 'aria-labelledby': 'curve' },
      element('h2', { id: 'curve' }, escaped(t('mine.talk.curve'))),
      curvePart(curve),
    ),
    element(
      'section',
      { class: 'reading__talk', 'aria-labelledby': 'talk' },
      element('h2', { id: 'talk' }, escaped(t('mine.talk.heading'))),
      conversation(reading),
    ),
  );
}

function conversation(reading: TalkToRead): Markup {
  const { talk, t } = reading;
  const { rehearsal } = talk.kept;
  const parent = talk.scenario.parent.name[rehearsal.locale];
  const before = [rehearsal.start, ...rehearsal.turns.map(({ state }) => state)];
  const opening = element(
    'li',
    { id: 'turn-0', ...placeOf(reading, 0) },
    element('p', { class: 'turn' }, escaped(t('mine.talk.opening'))),
    spoken(parent, rehearsal.opening),
  );
  return element(
    'ol',
    { class: 'said', role: 'list' },
    opening,
    ...rehearsal.turns.flatMap((turn, index) =>
      reading.isShown(turn) ? [exchange(reading, turn, before[index] ?? rehearsal.start)] : [],
    ),
  );
}

function exchange(reading: TalkToRead, turn: Turn, before: ParentState): Markup {
  const { t, talk } = reading;
  const parent = talk.scenario.parent.name[talk.kept.rehearsal.locale];
  return element(
    'li',
    { id: `turn-${turn.number}`, ...placeOf(reading, turn.number) },
    element('p', { class: 'turn' }, escaped(t('mine.talk.turn', { turn: turn.number }))),
    teacherSaid(reading, turn),
    spoken(parent, turn.reply),
    change(before, turn.state, t),
    ...why(reading, turn),
    ...reading.under(turn),
  );
}

/** Where the turn stands in both pictures of the curve: a script shows there which one is being read. */
function placeOf({ curve }: TalkToRead, turn: number) {
  return {
    'data-turn': turn,
    'data-wide': curveLayout(curve, 'wide').x(turn),
    'data-narrow': curveLayout(curve, 'narrow').x(turn),
  };
}

function teacherSaid(reading: TalkToRead, turn: Turn): Markup {
  const { speaker, comments, spansIn } = reading;
  const { utterance } = turn.reading;
  const spans = spansIn(turn);
  const about = comments.filter((comment) => comment.turn === turn.number);
  return element(
    'div',
    { class: 'bubble bubble--teacher' },
    element('p', { class: 'who' }, escaped(speaker)),
    element('p', { class: 'utterance' }, ...markedUtterance(utterance, spans, about)),
    ...(spans.length > 0 ? [movesIn(reading, utterance, spans)] : []),
  );
}

function movesIn({ t, content, talk }: TalkToRead, utterance: string, spans: readonly MarkedSpan[]): Markup {
  const { locale } = talk.kept.rehearsal;
  return element(
    'ul',
    { class: 'moves', role: 'list', 'aria-label': t('mine.talk.does') },
    ...spans.map((span) => {
      const entry = content.moves.find(({ id }) => id === span.move);
      const kind = entry?.kind ?? 'helps';
      return element(
        'li',
        { class: `move move--${kind}` },
        element('span', { class: 'kind' }, escaped(t(`mine.talk.${kind}`))),
        escaped(` ${entry?.name[locale] ?? span.move}: `),
        element('q', {}, escaped(shownMarks(utterance.slice(span.start, span.end)))),
      );
    }),
  );
}

function spoken(parent: string, { text, parts }: Reply): Markup {
  const said = parts ?? [{ name: parent, text }];
  return element(
    'div',
    { class: 'bubble bubble--parent' },
    ...said.flatMap((part) => [
      element('p', { class: 'who' }, escaped(part.name)),
      element('p', {}, escaped(part.text)),
    ]),
  );
}

function change(from: ParentState, to: ParentState, t: Translate): Markup {
  const signed = (by: number) => (by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '±0');
  const words = `${t('mine.talk.state', { tension: to.tension, trust: to.trust })} (${t('mine.talk.change', { change: signed(to.tension - from.tension) })})`;
  return element('p', { class: 'state' }, escaped(words));
}

/** The ledger of the turn: whose words, what they did to the parent, and on what that rests. */
function why({ t, content, talk }: TalkToRead, turn: Turn): readonly Markup[] {
  const { locale } = talk.kept.rehearsal;
  const lines = turn.ledger.filter(({ quote, delta }) => quote !== '' || (delta.tension ?? 0) !== 0);
  if (lines.length === 0) return [];
  return [
    element(
      'details',
      { class: 'why' },
      element('summary', {}, escaped(t('coach.why', { turn: turn.number }))),
      element(
        'ul',
        {},
        ...lines.map((line) => {
          const source = content.sources.find(({ id }) => id === line.source)?.short[locale] ?? line.source;
          const words = line.quote === '' ? t('dialogs.debrief.noQuote') : `“${shownMarks(line.quote)}”`;
          return element('li', {}, escaped(`${words} → ${changeInWords([line], t)}. ${line.because} (${source})`));
        }),
      ),
    ),
  ];
}

/** Turns that moved the parent's tension most, up or down; at most three. */
export function turningTurns(turns: readonly Turn[], start: ParentState): ReadonlySet<number> {
  const LEAST = 5;
  const MOST = 3;
  const changes = turns.map(({ number, state }, index) => {
    const before = turns[index - 1]?.state ?? start;
    return { number, by: Math.abs(state.tension - before.tension) };
  });
  const greatest = changes.filter(({ by }) => by >= LEAST).toSorted((a, b) => b.by - a.by || a.number - b.number);
  return new Set(greatest.slice(0, MOST).map(({ number }) => number));
}

/** The tips whose moves a turn carries. */
export function tipsIn(spans: readonly MarkedSpan[], { moves }: Pick<Content, 'moves'>): ReadonlySet<string> {
  return new Set(spans.flatMap((span) => moves.find(({ id }) => id === span.move)?.tip ?? []));
}

/** The name of a move in a language. */
export function moveName({ moves }: Pick<Content, 'moves'>, move: string, locale: Locale): string {
  return moves.find(({ id }) => id === move)?.name[locale] ?? move;
}
