import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import type { HttpReply } from '../http/route.ts';
import { page } from '../mine/frame.ts';
import { type Agreement, compareMarks, compareMoves, markedTwice } from './agreement/compareCodings.ts';
import { figureInWords, movesTable, type Names } from './agreementTable.ts';
import { COACH, type CoachVisit, type OpenTalk, shareAddress } from './coachVisit.ts';
import { coachNav, endedPage } from './endedPages.ts';
import { movesIn, movesOf, type Review } from './review.ts';
import { recognisedIn } from './reviewForms.ts';
import { moveName } from './sharedTalk.ts';

/** How far two coaches agree on one talk, and what there is to talk through; nothing before both have sent. */
export function agreementPage(visit: CoachVisit, open: OpenTalk): HttpReply {
  const { t, locale, request, options } = visit;
  const { share, review, partner } = open.open;
  if (!partner?.review) return endedPage(visit);
  const title = t('coach.agreement.title', { talk: open.talk.kept.summary.title[locale] });
  const names = { first: t('coach.agreement.you'), second: partner.coachName };
  const moves = compareMoves(codedTwice(open, review, partner.review));
  return page(visit, request, {
    title,
    nav: coachNav(visit),
    entry: visit.files.coach.entry,
    asks: true,
    main: [
      element(
        'div',
        { 'data-open': shareAddress(share.id, '/open'), 'data-gone': `${COACH}?ended=1` },
        element(
          'p',
          { class: 'back' },
          element('a', { href: shareAddress(share.id) }, escaped(`← ${t('coach.agreement.back')}`)),
        ),
        element('h1', {}, escaped(title)),
        element('p', { class: 'about' }, escaped(t('coach.agreement.about'))),
        ...(moves.overall.isFew
          ? [
              element(
                'p',
                { class: 'banner' },
                escaped(t('coach.agreement.few', { turns: open.talk.kept.rehearsal.turns.length })),
              ),
            ]
          : []),
        ...(share.pairedAt !== null && share.pairedAt > share.sharedAt
          ? [element('p', { class: 'note' }, escaped(t('coach.agreement.sawBefore')))]
          : []),
        element('h2', {}, escaped(t('coach.agreement.moves'))),
        movesTable(visit, moves, names),
        element('h2', {}, escaped(t('coach.agreement.differing'))),
        differing(visit, moves, names, share.id),
        element('h2', {}, escaped(t('coach.rubric.heading'))),
        ...rubricPart(visit, review, partner.review, names),
        element('h2', {}, escaped(t('coach.agreement.recogniser'))),
        element('p', { class: 'note' }, escaped(t('coach.agreement.recogniserText'))),
        ...[
          { name: t('coach.agreement.you'), coded: review },
          { name: partner.coachName, coded: partner.review },
        ].flatMap(({ name, coded }) => {
          const compared = compareMoves(againstRecogniser(open, coded));
          const other = { first: name, second: t('coach.agreement.programme') };
          return [element('h3', {}, escaped(name)), movesTable(visit, compared, other)];
        }),
        element('p', { class: 'note' }, escaped(t('coach.agreement.how'))),
        element('p', { class: 'note' }, escaped(options.rubric.limits[locale])),
      ),
    ],
  });
}

function codedTwice({ talk }: OpenTalk, first: Review, second: Review) {
  return talk.kept.rehearsal.turns.map(({ number, reading }) => ({
    turn: number,
    text: reading.utterance,
    first: movesOf(movesIn(first, number, [])),
    second: movesOf(movesIn(second, number, [])),
  }));
}

function againstRecogniser({ talk }: OpenTalk, coach: Review) {
  return talk.kept.rehearsal.turns.map(({ number, reading }) => ({
    turn: number,
    text: reading.utterance,
    first: movesOf(movesIn(coach, number, [])),
    second: movesOf(recognisedIn(reading.moves)),
  }));
}

function differing(
  { t, locale, options }: CoachVisit,
  { differing: turns }: Agreement,
  names: Names,
  shareId: string,
): Markup {
  if (turns.length === 0) return element('p', {}, escaped(t('coach.agreement.none')));
  const named = (moves: readonly string[]) =>
    moves.map((move) => moveName(options.content, move, locale)).join(', ') || t('coach.agreement.nothing');
  return element(
    'ol',
    { class: 'talks', role: 'list' },
    ...turns.map(({ turn, text, onlyFirst, onlySecond }) =>
      element(
        'li',
        { class: 'differs' },
        element(
          'p',
          { class: 'turn' },
          element('a', { href: shareAddress(shareId, `#turn-${turn}`) }, escaped(t('mine.talk.turn', { turn }))),
        ),
        element('blockquote', {}, escaped(shownMarks(text))),
        element(
          'dl',
          {},
          element('dt', {}, escaped(t('coach.agreement.only', { who: names.first }))),
          element('dd', {}, escaped(named(onlyFirst))),
          element('dt', {}, escaped(t('coach.agreement.only', { who: names.second }))),
          element('dd', {}, escaped(named(onlySecond))),
        ),
      ),
    ),
  );
}

function rubricPart(
  { t, locale, options }: CoachVisit,
  first: Review,
  second: Review,
  names: Names,
): readonly Markup[] {
  const { rubric } = options;
  const marks = markedTwice(first.rubric, second.rubric);
  return [
    element(
      'dl',
      { class: 'rubric' },
      ...marks.flatMap((mark) => [
        element('dt', {}, escaped(rubric.dimensions.find(({ id }) => id === mark.dimension)?.name[locale] ?? '')),
        element('dd', {}, escaped(`${names.first}: ${rubric.levels[mark.first][locale]}`)),
        element('dd', {}, escaped(`${names.second}: ${rubric.levels[mark.second][locale]}`)),
      ]),
    ),
    element(
      'p',
      {},
      escaped(`${t('coach.agreement.weighted')} ${figureInWords(compareMarks(marks), true, t, locale)}`),
    ),
  ];
}
