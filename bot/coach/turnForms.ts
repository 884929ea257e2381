import type { MarkedSpan } from '../../content/schema/example.ts';
import type { Turn } from '../../dialogs/engine/rehearsal.ts';
import { element, escaped, lone, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import { type CoachVisit, type OpenTalk, shareAddress } from './coachVisit.ts';
import { moveName } from './sharedTalk.ts';

/** What a coach can do under one turn: say something of it, and correct its moves. */
export function turnForms(
  visit: CoachVisit,
  open: OpenTalk,
  turn: Turn,
  spans: readonly MarkedSpan[],
  field: Markup,
): Markup {
  const { t } = visit;
  const { number } = turn;
  const { review } = open.open;
  const isCoded = review.coded.some((one) => one.turn === number);
  return element(
    'div',
    { class: 'turn-work', lang: visit.locale },
    element(
      'details',
      { class: 'work' },
      element('summary', {}, escaped(t('coach.comment.on', { turn: number }))),
      commentForm(visit, open, number, field),
    ),
    element(
      'details',
      { class: 'work' },
      element(
        'summary',
        {},
        escaped(t('coach.moves.of', { turn: number })),
        ...(isCoded ? [element('span', { class: 'facts' }, escaped(` ${t('coach.moves.done')}`))] : []),
      ),
      movesForm(visit, open, turn, spans, field),
    ),
  );
}

function commentForm({ t, request }: CoachVisit, { open }: OpenTalk, turn: number, field: Markup): Markup {
  const action = shareAddress(open.share.id, '/comments');
  return element(
    'form',
    { method: 'post', action: withShow(action, request.query), class: 'write' },
    field,
    lone('input', { type: 'hidden', name: 'turn', value: turn }),
    element('label', { for: `words-${turn}` }, escaped(t('coach.comment.words'))),
    lone('input', { id: `words-${turn}`, name: 'words', type: 'text', maxlength: 2000, autocomplete: 'off' }),
    element('label', { for: `text-${turn}` }, escaped(t('coach.comment.text'))),
    element('textarea', { id: `text-${turn}`, name: 'text', rows: 3, maxlength: 2000, required: '' }),
    element('p', { class: 'note' }, escaped(t('coach.masked'))),
    element('button', { type: 'submit' }, escaped(t('coach.comment.go'))),
  );
}

function movesForm(
  { t, locale, options, request }: CoachVisit,
  { open, isBlind }: OpenTalk,
  turn: Turn,
  spans: readonly MarkedSpan[],
  field: Markup,
): Markup {
  const { number, reading } = turn;
  const { moves } = options.content;
  const isCoded = open.review.coded.some((one) => one.turn === number);
  const action = withShow(shareAddress(open.share.id, '/moves'), request.query);
  const button = (value: string, text: string, className = 'small') =>
    element('button', { type: 'submit', name: 'action', value, class: className, formnovalidate: '' }, escaped(text));
  const kinds = (kind: 'helps' | 'avoid') =>
    element(
      'optgroup',
      { label: t(`coach.moves.${kind}`) },
      ...moves
        .filter((move) => move.kind === kind)
        .map(({ id, name }) => element('option', { value: id }, escaped(name[locale]))),
    );
  return element(
    'form',
    { method: 'post', action, class: 'write' },
    field,
    lone('input', { type: 'hidden', name: 'turn', value: number }),
    ...(spans.length === 0
      ? [element('p', { class: 'note' }, escaped(t(isCoded || !isBlind ? 'coach.moves.none' : 'coach.moves.notYet')))]
      : [
          element(
            'ul',
            { class: 'coded', role: 'list' },
            ...spans.map((span, index) => {
              const words = shownMarks(reading.utterance.slice(span.start, span.end));
              const name = moveName(options.content, span.move, locale);
              return element(
                'li',
                {},
                element('span', {}, escaped(`${name}: “${words}” `)),
                button(`remove-${index}`, t('coach.moves.remove', { move: name })),
              );
            }),
          ),
        ]),
    element('label', { for: `move-${number}` }, escaped(t('coach.moves.add'))),
    element('select', { id: `move-${number}`, name: 'move' }, kinds('helps'), kinds('avoid')),
    element('label', { for: `carried-${number}` }, escaped(t('coach.moves.words'))),
    lone('input', { id: `carried-${number}`, name: 'words', type: 'text', maxlength: 2000, autocomplete: 'off' }),
    element(
      'p',
      { class: 'do' },
      button('add', t('coach.moves.go'), 'button--plain'),
      button('none', t('coach.moves.noneGo')),
      ...(isCoded && !isBlind ? [button('reset', t('coach.moves.reset'))] : []),
    ),
  );
}

/** Back to the same part of the talk afterwards. */
function withShow(action: string, query: URLSearchParams): string {
  const show = query.get('show');
  return show ? `${action}?${new URLSearchParams({ show }).toString()}` : action;
}
