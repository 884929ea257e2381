import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { KeptRehearsal } from '../../dialogs/rehearse/keptRehearsal.ts';
import type { HttpReply } from '../http/route.ts';
import { page } from '../mine/frame.ts';
import {
  compareMarks,
  compareMoves,
  markedTwice,
  type TwiceCoded,
  type TwiceMarked,
} from './agreement/compareCodings.ts';
import { figureInWords, movesTable } from './agreementTable.ts';
import { COACH, type CoachVisit } from './coachVisit.ts';
import { coachNav } from './endedPages.ts';
import { movesIn, movesOf } from './review.ts';
import type { OpenShare } from './reviewPorts.ts';

/** More than one coach codes with others within the time that texts are kept. */
const MOST = 200;
/** With fewer descriptions, weighted κ says little. */
const FEWEST_MARKS = 30;

/** All that two coaches coded, in talks that are still shared with both. */
interface Together {
  readonly name: string;
  readonly talks: number;
  readonly turns: readonly TwiceCoded[];
  readonly marks: readonly TwiceMarked[];
}

/** How far this coach agrees with each other one over all talks that both coded: one talk is nearly always too few. */
export async function allAgreementPage(visit: CoachVisit): Promise<HttpReply> {
  const { t, request } = visit;
  const all = await together(visit);
  const title = t('coach.agreement.all');
  return page(visit, request, {
    title,
    nav: coachNav(visit),
    main: [
      element('p', { class: 'back' }, element('a', { href: COACH }, escaped(`← ${t('coach.queue.back')}`))),
      element('h1', {}, escaped(title)),
      element('p', { class: 'about' }, escaped(t('coach.agreement.about'))),
      ...(all.length === 0 ? [element('p', { class: 'empty' }, escaped(t('coach.agreement.noTalks')))] : []),
      ...all.flatMap((one) => withOne(visit, one)),
      element('p', { class: 'note' }, escaped(t('coach.agreement.how'))),
    ],
  });
}

function withOne(visit: CoachVisit, { name, talks, turns, marks }: Together): readonly Markup[] {
  const { t, locale } = visit;
  const compared = compareMoves(turns);
  const rubric = figureInWords(compareMarks(marks), marks.length < FEWEST_MARKS, t, locale);
  return [
    element('h2', {}, escaped(name)),
    element('p', { class: 'facts' }, escaped(t('coach.agreement.over', { talks, turns: turns.length }))),
    movesTable(visit, compared, { first: t('coach.agreement.you'), second: name }),
    element('p', {}, escaped(`${t('coach.agreement.weighted')} ${rubric}`)),
  ];
}

async function together({ options, coach, at }: CoachVisit): Promise<readonly Together[]> {
  const { reviews } = options.storage;
  const who = { tenant: coach.tenant, coachId: coach.userId, at };
  const { shares } = await reviews.queue({ ...who, part: 'reviewed', offset: 0, limit: MOST });
  const found: Together[] = [];
  for (const { share } of shares) {
    const open = share.pair === null ? null : await reviews.open({ ...who, shareId: share.id, as: 'viewed' });
    if (open?.partner?.review) found.push(ofOneTalk(open, open.partner.coachName, open.partner.review));
  }
  return [...Map.groupBy(found, ({ name }) => name)].map(([name, talks]) => ({
    name,
    talks: talks.length,
    turns: talks.flatMap(({ turns }) => turns),
    marks: talks.flatMap(({ marks }) => marks),
  }));
}

function ofOneTalk({ rehearsal, review }: OpenShare, name: string, other: OpenShare['review']): Together {
  // The talk is what an earlier turn of ours kept.
  const { turns } = (rehearsal.talk as unknown as KeptRehearsal).rehearsal;
  return {
    name,
    talks: 1,
    turns: turns.map(({ number, reading }) => ({
      turn: number,
      text: reading.utterance,
      first: movesOf(movesIn(review, number, [])),
      second: movesOf(movesIn(other, number, [])),
    })),
    marks: markedTwice(review.rubric, other.rubric),
  };
}
