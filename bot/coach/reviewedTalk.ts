import type { Rubric } from '../../content/schema/rubric.ts';
import type { Keepsake, KeepsakeSection } from '../../dialogs/keepsakes/keepsake.ts';
import type { Content } from '../../dialogs/ports.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { csvTable } from '../exports/csvCell.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import { talkOnPaper } from '../exports/talkOnPaper.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import { movesIn, movesOf, type Review } from './review.ts';
import { recognisedIn } from './reviewForms.ts';
import type { Answered } from './reviewPorts.ts';
import { moveName } from './sharedTalk.ts';

/** A talk with what a coach made of it, as a file may hold it. */
export interface ReviewedTalk {
  readonly talk: TalkToExport;
  readonly review: Review;
  readonly answers: readonly Answered[];
  readonly teacherName: string;
  readonly coachName: string;
  readonly content: Pick<Content, 'tips' | 'moves' | 'sources'>;
  readonly rubric: Rubric;
  /** In the language of the talk. */
  readonly t: Translate;
}

/** The talk on paper with the coach's work behind it; `hasDebrief`: for its teacher. */
export function reviewOnPaper(reviewed: ReviewedTalk, hasDebrief: boolean): Keepsake {
  const { talk, content, t } = reviewed;
  const paper = talkOnPaper(talk, content, t, hasDebrief);
  return { ...paper, sections: [...paper.sections, ...reviewSections(reviewed)] };
}

/** What the coach wrote, section by section; without what was not written. */
function reviewSections(reviewed: ReviewedTalk): readonly KeepsakeSection[] {
  const { review, coachName, rubric, talk, t } = reviewed;
  const { locale } = talk.kept.rehearsal;
  const marks = review.rubric.map(({ dimension, level, turns }) => {
    const found = rubric.dimensions.find(({ id }) => id === dimension);
    const where = turns.length > 0 ? ` (${t('coach.rubric.seen')}: ${turns.join(', ')})` : '';
    return `${found?.name[locale] ?? dimension}: ${rubric.levels[level][locale]}. ${found?.levels[level][locale] ?? ''}${where}`;
  });
  const comments = review.comments.map((comment) => [
    t('mine.talk.turn', { turn: comment.turn }),
    commentOnPaper(reviewed, comment),
  ]);
  const corrected = review.coded.map(({ turn, spans }) => [
    t('mine.talk.turn', { turn }),
    movesOf(spans)
      .map((move) => moveName(reviewed.content, move, locale))
      .join(', ') || t('coach.moves.none'),
  ]);
  const told = [
    ...(review.strength === '' ? [] : [`${t('coach.summary.strength')}: ${shownMarks(review.strength)}`]),
    ...(review.tryNext === '' ? [] : [`${t('coach.summary.try')}: ${shownMarks(review.tryNext)}`]),
  ];
  const table = (rows: readonly (readonly string[])[], key: string): KeepsakeSection['blocks'] => [
    { type: 'table', head: [t('mine.csv.turn'), t(key)], rows, widths: [1.5, 8] },
  ];
  return [
    { heading: t('coach.summary.of', { coach: coachName }), blocks: [{ type: 'list', items: told }] },
    ...(comments.length > 0
      ? [{ heading: t('coach.paper.comments'), blocks: table(comments, 'coach.paper.comment') }]
      : []),
    ...(marks.length > 0
      ? [
          {
            heading: t('coach.rubric.heading'),
            blocks: [
              { type: 'list', items: marks } as const,
              { type: 'paragraph', as: 'note', text: rubric.limits[locale] } as const,
            ],
          },
        ]
      : []),
    ...(corrected.length > 0 ? [{ heading: t('coach.paper.moves'), blocks: table(corrected, 'mine.csv.moves') }] : []),
  ];
}

/** A row for each thing that was said, with the moves as the coach sees them and what was said of it. */
export function reviewCsv(reviewed: ReviewedTalk): string {
  const { talk, review, content, t } = reviewed;
  const { locale, start, opening, turns } = talk.kept.rehearsal;
  const parent = talk.scenario.parent.name[locale];
  const head = ['turn', 'speaker', 'text', 'moves', 'tension', 'trust'].map((name) => t(`mine.csv.${name}`));
  const rows = turns.flatMap(({ number, reading, reply, state }) => {
    const spans = movesIn(review, number, recognisedIn(reading.moves));
    const moves = movesOf(spans).map((move) => moveName(content, move, locale));
    const said = review.comments
      .filter(({ turn }) => turn === number)
      .map((comment) => commentOnPaper(reviewed, comment));
    return [
      [number, t('mine.csv.teacher'), shownMarks(reading.utterance), moves.join(', '), '', '', said.join('\n\n')],
      [number, parent, shownMarks(reply.text), '', state.tension, state.trust, ''],
    ];
  });
  const first = [0, parent, shownMarks(opening.text), '', start.tension, start.trust, ''];
  return csvTable([[...head, t('coach.paper.comment')], first, ...rows], locale);
}

/**
 * The talk itself as a `.transcript` file, with the comments in `channelData.opEenLijn.comments`; nothing that was said to the
 * guide beside it.
 */
export function reviewTranscript({ talk, review }: ReviewedTalk): string {
  const { id, startedAt, scenario } = talk;
  const { opening, turns, locale } = talk.kept.rehearsal;
  const said = [
    { role: 'bot', text: opening.text, turn: 0 },
    ...turns.flatMap(({ number, reading, reply }) => [
      { role: 'user', text: reading.utterance, turn: number },
      { role: 'bot', text: reply.text, turn: number },
    ]),
  ];
  const activities = said.map(({ role, text, turn }, index) => {
    const comments = role === 'user' ? review.comments.filter((comment) => comment.turn === turn) : [];
    return {
      type: 'message',
      id: `${id}|${index + 1}`,
      timestamp: startedAt,
      channelId: 'directline',
      from: { id: role, name: role === 'bot' ? scenario.parent.name[locale] : 'user', role },
      recipient: { id: role === 'bot' ? 'user' : 'bot', role: role === 'bot' ? 'user' : 'bot' },
      conversation: { id },
      locale,
      text,
      channelData: {
        opEenLijn: {
          speaker: role === 'bot' ? 'parent' : 'teacher',
          kind: 'line',
          turn,
          ...(comments.length > 0
            ? { comments: comments.map(({ place, text: words }) => ({ place, text: words })) }
            : {}),
        },
      },
    };
  });
  return `${shownMarks(JSON.stringify(activities, null, 2))}\n`;
}

/** The words it is about, what was said of them, and the answers. */
function commentOnPaper(
  { talk, answers, coachName, teacherName }: ReviewedTalk,
  comment: Review['comments'][number],
): string {
  const utterance = talk.kept.rehearsal.turns.find(({ number }) => number === comment.turn)?.reading.utterance ?? '';
  const about = comment.place === null ? [] : [`“${utterance.slice(comment.place.start, comment.place.end)}”`];
  const thread = answers
    .filter(({ commentId }) => commentId === comment.id)
    .map(({ by, text }) => `${by === 'coach' ? coachName : teacherName}: ${text}`);
  return shownMarks([...about, `${coachName}: ${comment.text}`, ...thread].join('\n'));
}
