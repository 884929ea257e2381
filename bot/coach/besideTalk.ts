import { element, escaped, lone, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import type { Principal } from '../identity/principal.ts';
import type { Beside, Visit } from '../mine/visit.ts';
import { commentThread } from './commentThread.ts';
import { movesOf, type Review } from './review.ts';
import { recognisedIn } from './reviewForms.ts';
import type { GivenShare } from './reviewPorts.ts';
import { rubricInWords } from './rubricPart.ts';
import { moveName } from './sharedTalk.ts';
import { sharingPart } from './sharingPart.ts';
import { type SharingOptions, talkAddress } from './sharingVisit.ts';
import { summaryInWords } from './summaryPart.ts';

/** What stands beside a teacher's own talk: with whom it is shared, and what coaches sent. */
export function besideTalk(options: SharingOptions): NonNullable<Visit['options']['beside']> {
  const { identity, storage, now = () => new Date() } = options;
  return async (visit, talk) => {
    const { teacher } = visit;
    if (!teacher || !(await storage.rehearsals.read(teacher.tenant, teacher.userId, talk.id))) return NOTHING;
    const [given, rows, coaches] = await Promise.all([
      storage.shares.ofRehearsal(teacher.tenant, teacher.userId, talk.id),
      storage.audit.ofRehearsal(teacher.tenant, teacher.userId, talk.id),
      identity.coaches.list(teacher.tenant),
    ]);
    const field = identity.forms.field(teacher);
    const sent = given.filter(({ review }) => review !== null).toReversed();
    return {
      under: (turn) => sent.flatMap((one) => underTurn({ options, visit, talk, field }, one, turn)),
      sections: [
        ...(sent.length > 0 ? [reviewsPart({ options, visit, talk, field }, sent)] : []),
        sharingPart({
          visit,
          talkId: talk.id,
          given,
          rows,
          coaches,
          field,
          teacher: teacher satisfies Principal,
          at: now().toISOString(),
        }),
      ],
    };
  };
}

const NOTHING: Beside = { under: () => [], sections: [] };

interface Reader {
  readonly options: SharingOptions;
  readonly visit: Visit;
  readonly talk: TalkToExport;
  readonly field: Markup;
}

/** What a coach says of one turn, each with its answers and the way back to that moment. */
function underTurn(reader: Reader, { share, review, answers }: GivenShare, turn: number): readonly Markup[] {
  const { visit, talk, field } = reader;
  const { t } = visit;
  const said = talk.kept.rehearsal.turns.find(({ number }) => number === turn);
  if (!review || !said) return [];
  const comments = review.comments.filter((comment) => comment.turn === turn);
  return [
    ...otherMoves(reader, review, turn, share.coachName),
    ...comments.map((comment) =>
      commentThread(visit, {
        comment,
        utterance: said.reading.utterance,
        by: share.coachName,
        other: t('mine.talk.you'),
        answers: answers.filter(({ commentId }) => commentId === comment.id),
        answerTo: talkAddress(talk.id, `/shares/${share.id}/answers`),
        removeAt: null,
        field,
      }),
    ),
    ...(comments.length > 0
      ? [
          element(
            'form',
            { method: 'post', action: talkAddress(talk.id, '/moment'), class: 'do moment' },
            field,
            lone('input', { type: 'hidden', name: 'turn', value: turn }),
            element('button', { type: 'submit', class: 'small' }, escaped(t('coach.reviews.moment'))),
          ),
        ]
      : []),
  ];
}

/** Where the coach sees other moves than were recognised. */
function otherMoves({ options, visit, talk }: Reader, review: Review, turn: number, coach: string): readonly Markup[] {
  const coded = review.coded.find((one) => one.turn === turn);
  const recognised = talk.kept.rehearsal.turns.find(({ number }) => number === turn)?.reading.moves ?? [];
  if (!coded) return [];
  const [seen, found] = [movesOf(coded.spans), movesOf(recognisedIn(recognised))];
  if (seen.length === found.length && seen.every((move) => found.includes(move))) return [];
  const { t, locale } = visit;
  const moves = seen.map((move) => moveName(options.content, move, locale)).join(', ') || t('coach.moves.none');
  return [element('p', { class: 'note', lang: locale }, escaped(t('coach.reviews.moves', { coach, moves })))];
}

function reviewsPart({ options, visit, talk }: Reader, sent: readonly GivenShare[]): Markup {
  const { t } = visit;
  return element(
    'section',
    { id: 'reviews', 'aria-labelledby': 'reviews-heading' },
    element('h2', { id: 'reviews-heading' }, escaped(t('coach.reviews.heading'))),
    ...(visit.request.query.has('moment')
      ? [element('p', { class: 'banner', role: 'status' }, escaped(t('coach.reviews.inTeams')))]
      : []),
    ...sent.flatMap(({ share, review }) =>
      review
        ? [
            element(
              'article',
              { class: 'review' },
              summaryInWords(visit, review, share.coachName),
              rubricInWords(visit, options.rubric, review),
              ...commentLinks(t, review),
              takeAlong(t, talkAddress(talk.id, `/shares/${share.id}`), share.coachName),
            ),
          ]
        : [],
    ),
  );
}

function commentLinks(t: Visit['t'], { comments }: Review): readonly Markup[] {
  if (comments.length === 0) return [];
  return [
    element('p', {}, escaped(t('coach.reviews.comments'))),
    element(
      'ul',
      { class: 'ways ways--small', role: 'list' },
      ...comments.map(({ id, turn }) =>
        element('li', {}, element('a', { href: `#comment-${id}` }, escaped(t('mine.talk.turn', { turn })))),
      ),
    ),
  ];
}

function takeAlong(t: Visit['t'], at: string, coach: string): Markup {
  const way = (file: string, key: string) =>
    element('li', {}, element('a', { href: `${at}/${file}`, download: '' }, escaped(t(`mine.export.${key}`))));
  return element(
    'details',
    { class: 'work' },
    element('summary', {}, escaped(t('coach.reviews.takeAlong', { coach }))),
    element(
      'ul',
      { class: 'ways', role: 'list' },
      way('word.docx', 'word'),
      way('talk.csv', 'csv'),
      way('talk.transcript', 'transcript'),
    ),
  );
}
