import { OWN_CASE } from '../../content/ownCase/ownScenario.ts';
import { makeDebrief } from '../../dialogs/engine/makeDebrief.ts';
import type { ParentState, Reply, Turn } from '../../dialogs/engine/rehearsal.ts';
import { curveContent } from '../../dialogs/rehearse/curve/curveMessage.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { debriefSections } from '../../dialogs/rehearse/debriefSections.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import type { HttpReply } from '../http/route.ts';
import { sectionMarkup } from '../keepsakes/sectionMarkup.ts';
import { curvePart } from './curvePart.ts';
import { chatLink, MINE, page } from './frame.ts';
import { momentInWords } from './moments.ts';
import type { Beside, Visit } from './visit.ts';

/** One rehearsal: what was said with what it did, the curve, the debrief, and the ways to take it along or let it go. */
export async function talkPage(visit: Visit, talk: TalkToExport): Promise<HttpReply> {
  const { t, locale, request } = visit;
  const { id, scenario, kept, startedAt } = talk;
  const { rehearsal, summary, estimate } = kept;
  const inTalk = visit.texts(rehearsal.locale);
  const report = makeDebrief(scenario, rehearsal);
  const curve = curveContent(scenario, rehearsal, report, inTalk);
  const beside = await visit.options.beside?.(visit, talk);
  const title = summary.title[locale];
  const level = t(`dialogs.level.${summary.difficulty}`);
  const when = t('mine.talk.when', { day: momentInWords(startedAt, locale), turns: summary.turns, level });
  const sections = debriefSections({
    content: visit.options.content,
    scenario,
    rehearsal,
    report,
    estimate,
    t: inTalk,
  });
  return page(visit, request, {
    title,
    main: [
      element('p', { class: 'back' }, element('a', { href: MINE }, escaped(`← ${t('mine.all')}`))),
      element('h1', {}, escaped(title)),
      element('p', { class: 'facts' }, escaped(when)),
      element(
        'section',
        { lang: rehearsal.locale, 'aria-labelledby': 'curve' },
        element('h2', { id: 'curve' }, escaped(inTalk('mine.talk.curve'))),
        curvePart(curve),
      ),
      element(
        'section',
        { lang: rehearsal.locale, 'aria-labelledby': 'talk' },
        element('h2', { id: 'talk' }, escaped(inTalk('mine.talk.heading'))),
        transcript(visit, talk, beside?.under),
      ),
      element(
        'section',
        { lang: rehearsal.locale, class: 'debrief', 'aria-labelledby': 'debrief' },
        element('h2', { id: 'debrief' }, escaped(inTalk('mine.talk.debrief'))),
        ...sections.map((section) => sectionMarkup(section, 3)),
      ),
      ...(beside?.sections ?? []),
      keep(visit, id),
      again(visit, scenario.id),
      element(
        'section',
        { 'aria-labelledby': 'erase' },
        element('h2', { id: 'erase' }, escaped(t('mine.erase.heading'))),
        element(
          'p',
          {},
          element('a', { href: `${MINE}/rehearsals/${id}/erase`, class: 'danger' }, escaped(t('mine.erase.one'))),
        ),
      ),
    ],
  });
}

function transcript(visit: Visit, { scenario, kept }: TalkToExport, under: Beside['under'] = () => []): Markup {
  const { rehearsal } = kept;
  const t = visit.texts(rehearsal.locale);
  const parent = scenario.parent.name[rehearsal.locale];
  const before = [rehearsal.start, ...rehearsal.turns.map(({ state }) => state)];
  return element(
    'ol',
    { class: 'said', role: 'list' },
    element(
      'li',
      {},
      element('p', { class: 'turn' }, escaped(t('mine.talk.opening'))),
      spoken(parent, rehearsal.opening),
    ),
    ...rehearsal.turns.map((turn, index) =>
      element(
        'li',
        { id: `turn-${turn.number}` },
        element('p', { class: 'turn' }, escaped(t('mine.talk.turn', { turn: turn.number }))),
        teacherSaid(visit, turn, rehearsal.locale),
        spoken(parent, turn.reply),
        change(before[index] ?? rehearsal.start, turn.state, t),
        ...under(turn.number),
      ),
    ),
  );
}

function teacherSaid({ texts, options }: Visit, { reading }: Turn, locale: 'nl' | 'en'): Markup {
  const t = texts(locale);
  const moves = [...new Set(reading.moves.map(({ move }) => move))].flatMap(
    (move) => options.content.moves.find(({ id }) => id === move) ?? [],
  );
  return element(
    'div',
    { class: 'bubble bubble--teacher' },
    element('p', { class: 'who' }, escaped(t('mine.talk.you'))),
    element('p', {}, escaped(shownMarks(reading.utterance))),
    ...(moves.length > 0
      ? [
          element(
            'ul',
            { class: 'moves', role: 'list', 'aria-label': t('mine.talk.does') },
            ...moves.map(({ kind, name }) =>
              element(
                'li',
                { class: `move move--${kind}` },
                element('span', { class: 'kind' }, escaped(t(`mine.talk.${kind}`))),
                escaped(` ${name[locale]}`),
              ),
            ),
          ),
        ]
      : []),
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

function change(from: ParentState, to: ParentState, t: Visit['t']): Markup {
  const signed = (by: number) => (by > 0 ? `+${by}` : by < 0 ? `−${-by}` : '±0');
  const words = `${t('mine.talk.state', { tension: to.tension, trust: to.trust })} (${t('mine.talk.change', { change: signed(to.tension - from.tension) })})`;
  return element('p', { class: 'state' }, escaped(words));
}

function keep({ t }: Visit, id: string): Markup {
  const at = `${MINE}/rehearsals/${id}`;
  const way = (file: string, key: string) =>
    element('li', {}, element('a', { href: `${at}/${file}`, download: '' }, escaped(t(`mine.export.${key}`))));
  return element(
    'section',
    { 'aria-labelledby': 'export', class: 'keep' },
    element('h2', { id: 'export' }, escaped(t('mine.talk.keep'))),
    element(
      'ul',
      { class: 'ways', role: 'list' },
      way('word.docx', 'word'),
      way('talk.chat', 'chat'),
      way('talk.csv', 'csv'),
      way('talk.transcript', 'transcript'),
      way('xapi.json', 'xapi'),
    ),
    element('p', { class: 'note' }, escaped(t('mine.talk.print'))),
    element('p', { class: 'note' }, escaped(t('mine.export.note'))),
  );
}

function again(visit: Visit, scenario: string): Markup {
  const { t, options } = visit;
  const isListed = options.content.scenarios.some(({ id }) => id === scenario);
  if (!isListed && scenario !== OWN_CASE) return escaped('');
  const words = isListed ? `${t('dialogs.word.rehearse')} ${scenario}` : t('prepare.word.own');
  return element(
    'section',
    { class: 'again' },
    element('h2', {}, escaped(t('mine.talk.again'))),
    element('p', {}, escaped(t('mine.talk.inChat', { words }))),
    element('p', {}, element('a', { class: 'button', ...chatLink(visit) }, escaped(t('mine.chat')))),
  );
}
