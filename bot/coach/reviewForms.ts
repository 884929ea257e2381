import { randomUUID } from 'node:crypto';
import type { MarkedSpan } from '../../content/schema/example.ts';
import { MOVES } from '../../content/schema/move.ts';
import { RUBRIC_DIMENSIONS, RUBRIC_LEVELS } from '../../content/schema/rubric.ts';
import type { HttpReply } from '../http/route.ts';
import { goTo } from '../mine/frame.ts';
import { asKept } from './asKept.ts';
import { type CoachVisit, type OpenTalk, shareAddress } from './coachVisit.ts';
import { endedPage } from './endedPages.ts';
import { notePassedOver } from './passedOver.ts';
import { movesIn, type Review, withComment, withMark, withMoves, withoutComment, withoutMoves } from './review.ts';

const LONGEST_TEXT = 2000;
const MOST_EVIDENCE = 20;
/** Another tab of the same coach may come first this many times. */
const ATTEMPTS = 3;

/** What a form makes of a review, and where on the page one goes on; `wrong`: what could not be done. */
export interface FormOutcome {
  readonly review: Review;
  readonly place: string;
  readonly wrong?: 'words' | 'turns';
}

/** What a form asks for, put into the review. */
export type ReviewForm = (review: Review, fields: URLSearchParams, open: OpenTalk) => FormOutcome;

/** The forms of the review page, by the last part of their address. */
export const REVIEW_FORMS: Readonly<Record<string, ReviewForm>> = {
  comments: (review, fields, open) => {
    const gone = fields.get('remove');
    const turn = turnIn(fields, open);
    const place = `turn-${turn?.number ?? 0}`;
    if (gone !== null) return { review: withoutComment(review, gone), place };
    const text = textIn(fields, 'text');
    if (!turn || text === '') return { review, place };
    const words = fields.get('words') ?? '';
    const found = placeOf(turn.reading.utterance, words);
    const comment = { id: randomUUID(), turn: turn.number, place: found, text };
    return {
      review: withComment(review, comment),
      place,
      ...(words.trim() !== '' && found === null ? { wrong: 'words' as const } : {}),
    };
  },

  moves: (review, fields, open) => {
    const turn = turnIn(fields, open);
    if (!turn) return { review, place: 'talk' };
    const place = `turn-${turn.number}`;
    const action = fields.get('action') ?? '';
    const spans = movesIn(review, turn.number, recognisedIn(turn.reading.moves));
    if (action === 'reset') return { review: withoutMoves(review, turn.number), place };
    if (action === 'none') return { review: withMoves(review, turn.number, []), place };
    if (action.startsWith('remove-')) {
      const at = Number(action.slice('remove-'.length));
      return {
        review: withMoves(
          review,
          turn.number,
          spans.filter((_, index) => index !== at),
        ),
        place,
      };
    }
    const move = MOVES.find((one) => one === fields.get('move'));
    const { utterance } = turn.reading;
    const words = fields.get('words') ?? '';
    const where = words.trim() === '' ? { start: 0, end: utterance.length } : placeOf(utterance, words);
    if (!move || !where) return { review, place, ...(where ? {} : { wrong: 'words' as const }) };
    return { review: withMoves(review, turn.number, [...spans, { move, ...where }]), place };
  },

  rubric: (review, fields, open) => {
    let next = review;
    let wrong: FormOutcome['wrong'];
    for (const dimension of RUBRIC_DIMENSIONS) {
      const level = RUBRIC_LEVELS.find((one) => one === fields.get(dimension));
      if (!level) continue;
      const written = (fields.get(`${dimension}-turns`) ?? '').split(/\D+/u).filter(Boolean).map(Number);
      const turns = [...new Set(written)]
        .filter((number) => turnOf(open, number) !== undefined)
        .toSorted((a, b) => a - b);
      if (turns.length < new Set(written).size) wrong = 'turns';
      next = withMark(next, { dimension, level, turns: turns.slice(0, MOST_EVIDENCE) });
    }
    return { review: next, place: 'rubric', ...(wrong ? { wrong } : {}) };
  },

  summary: (review, fields) => ({ review: withSummary(review, fields), place: 'summary' }),
};

/** The review with what stands in the two fields of the summary. */
export function withSummary(review: Review, fields: URLSearchParams): Review {
  return { ...review, strength: textIn(fields, 'strength'), tryNext: textIn(fields, 'try') };
}

/** What somebody typed, without the spaces around it, at most as long as a field may be. */
export function textIn(fields: URLSearchParams, name: string): string {
  return (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim().slice(0, LONGEST_TEXT).toWellFormed();
}

/** The moves of a turn as they were recognised. */
export function recognisedIn(moves: readonly MarkedSpan[]): readonly MarkedSpan[] {
  return moves.map(({ move, start, end }) => ({ move, start, end }));
}

/** Puts into the review what the form asks for, and goes back to where it was asked. */
export async function changeReview(
  visit: CoachVisit,
  open: OpenTalk,
  fields: URLSearchParams,
  form: ReviewForm,
): Promise<HttpReply> {
  const { options, coach, at } = visit;
  await notePassedOver(options.storage.audit, fields, {
    tenant: coach.tenant,
    at,
    actor: coach.userId,
    rehearsalId: open.open.share.rehearsalId,
    shareId: open.open.share.id,
    owner: open.open.share.teacherId,
  });
  const kept = keptFields(visit, open, fields);
  const changed = await keepChange(visit, open, (review) => form(review, kept, open));
  if (changed === 'closed') return endedPage(visit);
  const show = visit.request.query.get('show');
  const query = new URLSearchParams({
    ...(show === null ? {} : { show }),
    ...(changed === 'changed' ? { wrong: 'changed' } : changed.wrong ? { wrong: changed.wrong } : {}),
  });
  const place = changed === 'changed' ? 'talk' : changed.place;
  return goTo(`${shareAddress(open.open.share.id)}${query.size > 0 ? `?${query.toString()}` : ''}#${place}`);
}

/** What a coach wrote, as it may be kept. */
export function keptFields(
  { options, locale, coach }: CoachVisit,
  { talk, open }: OpenTalk,
  fields: URLSearchParams,
): URLSearchParams {
  return asKept(fields, options.mask, { talk, locale, names: [coach.name, open.share.teacherName] });
}

/** Keeps a change, made anew when another tab came first. */
export async function keepChange(
  { options, coach, at }: CoachVisit,
  open: OpenTalk,
  change: (review: Review) => FormOutcome,
): Promise<FormOutcome | 'closed' | 'changed'> {
  const { reviews } = options.storage;
  const who = { tenant: coach.tenant, coachId: coach.userId, shareId: open.open.share.id, at };
  let { review, version } = open.open;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const outcome = change(review);
    const result = await reviews.keep({ ...who, from: version, review: outcome.review });
    if (result === 'kept') return outcome;
    const again = result === 'closed' ? null : await reviews.open({ ...who, as: 'at-work' });
    if (!again) return 'closed';
    if (again.share.sentAt !== null) return 'changed';
    ({ review, version } = again);
  }
  return 'changed';
}

function turnIn(fields: URLSearchParams, open: OpenTalk) {
  return turnOf(open, Number(fields.get('turn')));
}

function turnOf({ talk }: OpenTalk, number: number) {
  return talk.kept.rehearsal.turns.find((turn) => turn.number === number);
}

/** Where these words stand in what was said, in capitals or not; null where they do not. */
function placeOf(utterance: string, words: string): { readonly start: number; readonly end: number } | null {
  const wanted = words.trim();
  if (wanted === '') return null;
  const exact = utterance.indexOf(wanted);
  const start = exact >= 0 ? exact : utterance.toLowerCase().indexOf(wanted.toLowerCase());
  const end = start + wanted.length;
  return start >= 0 && end <= utterance.length ? { start, end } : null;
}
