import { TIPS } from '../../content/schema/move.ts';
import { makeDebrief } from '../../dialogs/engine/makeDebrief.ts';
import type { Turn } from '../../dialogs/engine/rehearsal.ts';
import { curveContent } from '../../dialogs/rehearse/curve/curveMessage.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { HttpReply } from '../http/route.ts';
import { page } from '../mine/frame.ts';
import { COACH, type CoachVisit, type OpenTalk, shareAddress } from './coachVisit.ts';
import { commentThread } from './commentThread.ts';
import { doublePart, secondForm } from './doublePart.ts';
import { coachNav } from './endedPages.ts';
import { movesIn } from './review.ts';
import { recognisedIn } from './reviewForms.ts';
import { rubricForm, rubricInWords } from './rubricPart.ts';
import { sharedHead } from './sharedHead.ts';
import { sharedTalk, type TalkToRead, tipsIn, turningTurns } from './sharedTalk.ts';
import { summaryForm, summaryInWords } from './summaryPart.ts';
import { turnForms } from './turnForms.ts';

/** One shared rehearsal, to be read and worked on by its coach. */
export async function reviewPage(visit: CoachVisit, open: OpenTalk): Promise<HttpReply> {
  const { t, locale, request, options, coach } = visit;
  const { share, review } = open.open;
  const { kept } = open.talk;
  const title = kept.summary.title[locale];
  const isSent = share.sentAt !== null;
  const field = options.identity.forms.field(coach);
  const coaches = await options.identity.coaches.list(coach.tenant);
  const others = coaches.filter(({ id }) => id !== coach.userId);
  return page(visit, request, {
    title,
    nav: coachNav(visit),
    entry: visit.files.coach.entry,
    asks: true,
    main: [
      element(
        'div',
        { 'data-open': shareAddress(share.id, '/open'), 'data-gone': `${COACH}?ended=1` },
        element('p', { class: 'back' }, element('a', { href: COACH }, escaped(`← ${t('coach.queue.back')}`))),
        element('h1', {}, escaped(title)),
        ...banners(visit),
        ...sharedHead(visit, open.talk, share),
        ...(open.isBlind ? [element('p', { class: 'banner' }, escaped(t('coach.double.blind')))] : []),
        filterForm(visit, open),
        sharedTalk(toRead(visit, open)),
        ...(isSent
          ? [rubricInWords(visit, options.rubric, review), summaryInWords(visit, review, share.coachName)]
          : [rubricForm(visit, open, field), summaryForm(visit, open, field)]),
        ...doublePart(visit, open),
        ...secondForm(visit, open, others, field),
        takeAlong(visit, share.id),
      ),
    ],
  });
}

function toRead(visit: CoachVisit, open: OpenTalk): TalkToRead {
  const { options } = visit;
  const { talk } = open;
  const { share, review, answers } = open.open;
  const { rehearsal } = talk.kept;
  const t = visit.texts(rehearsal.locale);
  const report = makeDebrief(talk.scenario, rehearsal);
  const spansOf = (turn: Turn) => movesIn(review, turn.number, recognisedIn(turn.reading.moves));
  const field = options.identity.forms.field(visit.coach);
  const byTurn = Map.groupBy(review.comments, ({ turn }) => turn);
  return {
    talk,
    report,
    curve: curveContent(talk.scenario, rehearsal, report, t),
    t,
    content: options.content,
    speaker: share.teacherName || t('coach.teacher'),
    spansIn: spansOf,
    comments: review.comments,
    isShown: shownTurns(visit, open, spansOf),
    under: (turn) => [
      ...(byTurn.get(turn.number) ?? []).map((comment) =>
        commentThread(visit, {
          comment,
          utterance: turn.reading.utterance,
          by: share.coachName,
          other: share.teacherName || visit.t('coach.teacher'),
          answers: answers.filter(({ commentId }) => commentId === comment.id),
          answerTo: share.sentAt === null ? null : shareAddress(share.id, '/answers'),
          removeAt: share.sentAt === null ? shareAddress(share.id, '/comments') : null,
          field,
        }),
      ),
      ...(share.sentAt === null ? [turnForms(visit, open, turn, spansOf(turn), field)] : []),
    ],
  };
}

/** `show` in the address: `turning`, or the id of a tip; anything else shows all. */
function shownTurns(
  { request, options }: CoachVisit,
  { talk }: OpenTalk,
  spansOf: (turn: Turn) => Parameters<typeof tipsIn>[0],
): (turn: Turn) => boolean {
  const show = request.query.get('show') ?? '';
  const { turns, start } = talk.kept.rehearsal;
  if (show === 'turning') {
    const turning = turningTurns(turns, start);
    return ({ number }) => turning.has(number);
  }
  const tip = TIPS.find((id) => id === show);
  return tip ? (turn) => tipsIn(spansOf(turn), options.content).has(tip) : () => true;
}

function filterForm({ t, locale, request, options }: CoachVisit, { open }: OpenTalk): Markup {
  const show = request.query.get('show') ?? '';
  const option = (value: string, text: string) =>
    element('option', { value, selected: value === show ? '' : undefined }, escaped(text));
  return element(
    'form',
    { method: 'get', action: shareAddress(open.share.id), class: 'find find--short' },
    element(
      'p',
      {},
      element('label', { for: 'show' }, escaped(t('coach.show.label'))),
      element(
        'select',
        { id: 'show', name: 'show' },
        option('', t('coach.show.all')),
        option('turning', t('coach.show.turning')),
        ...options.content.tips.map(({ id, name }) => option(id, name[locale])),
      ),
    ),
    element('button', { type: 'submit', class: 'button--quiet' }, escaped(t('coach.show.go'))),
  );
}

function banners({ t, request }: CoachVisit): readonly Markup[] {
  const { query } = request;
  const wrong = ['words', 'turns', 'changed'].find((one) => one === query.get('wrong'));
  const says = [
    ...(wrong ? [t(`coach.wrong.${wrong}`)] : []),
    ...(query.has('missing') ? [t('coach.wrong.missing')] : []),
  ];
  return [
    ...says.map((text) => element('p', { class: 'banner wrong', role: 'alert' }, escaped(text))),
    ...(query.has('sent') ? [element('p', { class: 'banner', role: 'status' }, escaped(t('coach.sent')))] : []),
  ];
}

function takeAlong({ t }: CoachVisit, id: string): Markup {
  const way = (file: string, key: string) =>
    element(
      'li',
      {},
      element('a', { href: shareAddress(id, `/${file}`), download: '' }, escaped(t(`mine.export.${key}`))),
    );
  return element(
    'section',
    { class: 'keep', 'aria-labelledby': 'export' },
    element('h2', { id: 'export' }, escaped(t('mine.talk.keep'))),
    element(
      'ul',
      { class: 'ways', role: 'list' },
      way('word.docx', 'word'),
      way('talk.csv', 'csv'),
      way('talk.transcript', 'transcript'),
      way('xapi.json', 'xapi'),
    ),
    element('p', { class: 'note' }, escaped(t('coach.keepNote'))),
  );
}
