import type { KeepsakeEvent, KeepsakeSection } from '../keepsakes/keepsake.ts';
import { dateInWords, plannedFor } from './plannedFor.ts';
import type { Tool, ToolTurn } from './tool.ts';
import { keepsakeOf, type WalkWords, walkWords } from './walkWords.ts';

/** Moments with all parents, and how many minutes each takes in a calendar. */
const TOGETHER = { opening: 60, 'parents-evening': 90, closing: 30, training: 90 } as const;
/** Moments with one parent. */
const WITH_ONE = { 'home-visit': 45, phone: 30, 'walk-in': 30 } as const;
const GOOD_NEWS_MINUTES = 15;

/** A year of contact with parents: moments together and with one, who is missed, the children, and a calendar. */
export const contactMoments: Tool = {
  id: 'contact-moments',
  isUsefulBlank: true,
  reply: ({ turn, answers }, { id }) => {
    const isPlanned = id in TOGETHER || id in WITH_ONE;
    const { dates } = plannedFor(turn, answers[id]);
    if (dates.length > 0) {
      return turn.t('tools.dates.found', { dates: dates.map((date) => dateInWords(turn, date)).join('; ') });
    }
    return isPlanned ? turn.t('tools.dates.none') : undefined;
  },
  keepsake: (now) => {
    const words = walkWords(now);
    const sections: readonly KeepsakeSection[] = [
      { heading: words.text('together'), blocks: [momentTable(now, words, Object.keys(TOGETHER))] },
      {
        heading: words.text('with-one'),
        blocks: [
          momentTable(now, words, Object.keys(WITH_ONE)),
          { type: 'paragraph', text: `${words.text('talk-about')}:` },
          { type: 'list', as: 'boxes', items: words.list('topics') },
        ],
      },
      ...missed(now, words),
      ...ownWords(now, words, 'child'),
      ...ownWords(now, words, 'nothing-wrong'),
    ];
    return keepsakeOf(now, sections, eventsOf(now, words));
  },
};

function momentTable({ turn, answers }: ToolTurn, words: WalkWords, moments: readonly string[]) {
  const rows = moments.map((id) => {
    const { dates, rest } = plannedFor(turn, answers[id]);
    const when = dates.length > 0 ? dates.map((date) => dateInWords(turn, date)).join('\n') : words.text('not-yet');
    return [words.text(id), when, attentionAt(id, words), rest];
  });
  return { type: 'table', head: ['moment', 'when', 'attention', 'own'].map(words.text), rows } as const;
}

function attentionAt(id: string, words: WalkWords): string {
  return words.text(id in TOGETHER ? `${id}-attention` : 'one-attention');
}

function missed({ answers }: ToolTurn, words: WalkWords): readonly KeepsakeSection[] {
  const said = ['missed', 'reach'].flatMap((id) => answers[id]?.words ?? []);
  return [
    {
      heading: words.text('missed'),
      blocks: [
        ...said.map((text) => ({ type: 'paragraph', text, as: 'quote' }) as const),
        { type: 'paragraph', text: words.text('missed-note'), as: 'note' },
      ],
    },
  ];
}

function ownWords({ answers }: ToolTurn, words: WalkWords, id: string): readonly KeepsakeSection[] {
  const text = answers[id]?.words;
  return text ? [{ heading: words.text(id), blocks: [{ type: 'paragraph', text }] }] : [];
}

/** Every date that was named, in order of time. */
function eventsOf(now: ToolTurn, words: WalkWords): readonly KeepsakeEvent[] {
  const moments = Object.entries({ ...TOGETHER, ...WITH_ONE }).flatMap(([id, minutes]) =>
    eventsAt(now, id, { title: words.text(id), minutes, about: attentionAt(id, words) }, words),
  );
  const goodNews = { title: words.text('good-news'), minutes: GOOD_NEWS_MINUTES, about: '' };
  return [...moments, ...eventsAt(now, 'nothing-wrong', goodNews, words)].toSorted((a, b) =>
    a.start < b.start ? -1 : 1,
  );
}

function eventsAt(
  { turn, answers }: ToolTurn,
  id: string,
  { title, minutes, about }: { readonly title: string; readonly minutes: number; readonly about: string },
  words: WalkWords,
): readonly KeepsakeEvent[] {
  const { dates, rest } = plannedFor(turn, answers[id]);
  const topics = id in WITH_ONE ? words.list('topics').map((topic) => `- ${topic}`) : [];
  const description = [about, ...topics, rest].filter((part) => part !== '').join('\n');
  return dates.map(({ start }) => ({ title, start, minutes, description }));
}
