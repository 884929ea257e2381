import { element, escaped, lone, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import type { Framed } from '../mine/frame.ts';
import { momentInWords } from '../mine/moments.ts';
import type { Comment } from './review.ts';
import type { Answered } from './reviewPorts.ts';

/** A comment as it stands under its turn. */
export interface Thread {
  readonly comment: Comment;
  /** What the teacher said in that turn. */
  readonly utterance: string;
  /** The coach's name, and the teacher's. */
  readonly by: string;
  readonly other: string;
  readonly answers: readonly Answered[];
  /** Where an answer goes; null where nobody answers. */
  readonly answerTo: string | null;
  /** Where it is taken away; null where it stays. */
  readonly removeAt: string | null;
  /** The hidden field of every form. */
  readonly field: Markup;
  /** What else stands at its end. */
  readonly more?: readonly Markup[];
}

/** A comment with its answers, and the way to add one. */
export function commentThread({ t, locale }: Pick<Framed, 't' | 'locale'>, thread: Thread): Markup {
  const { comment, utterance, by, other, answers } = thread;
  const { place, text, turn, id } = comment;
  return element(
    'article',
    { class: 'comment', lang: locale, id: `comment-${id}`, 'aria-label': t('coach.comment.name', { coach: by, turn }) },
    element('p', { class: 'who' }, escaped(by)),
    ...(place === null
      ? []
      : [element('blockquote', {}, escaped(shownMarks(utterance.slice(place.start, place.end))))]),
    element('p', { class: 'words' }, escaped(shownMarks(text))),
    ...answers.map((answer) =>
      element(
        'div',
        { class: 'answer' },
        element(
          'p',
          { class: 'who' },
          escaped(answer.by === 'coach' ? by : other),
          element('span', { class: 'facts' }, escaped(` ${momentInWords(answer.at, locale)}`)),
        ),
        element('p', { class: 'words' }, escaped(shownMarks(answer.text))),
      ),
    ),
    ...(thread.removeAt === null ? [] : [removal(t, thread.removeAt, thread)]),
    ...(thread.answerTo === null ? [] : [answerForm(t, thread.answerTo, thread)]),
    ...(thread.more ?? []),
  );
}

function removal(t: Framed['t'], action: string, { comment, field }: Thread): Markup {
  return element(
    'form',
    { method: 'post', action },
    field,
    lone('input', { type: 'hidden', name: 'turn', value: comment.turn }),
    element(
      'button',
      { type: 'submit', name: 'remove', value: comment.id, class: 'small' },
      escaped(t('coach.comment.remove')),
    ),
  );
}

function answerForm(t: Framed['t'], action: string, { comment, field }: Thread): Markup {
  const id = `answer-${comment.id}`;
  return element(
    'details',
    { class: 'work' },
    element('summary', {}, escaped(t('coach.comment.answer'))),
    element(
      'form',
      { method: 'post', action, class: 'write' },
      field,
      lone('input', { type: 'hidden', name: 'comment', value: comment.id }),
      element('label', { for: id }, escaped(t('coach.comment.answerLabel'))),
      element('textarea', { id, name: 'text', rows: 3, maxlength: 2000, required: '' }),
      element('p', { class: 'note' }, escaped(t('coach.masked'))),
      element('button', { type: 'submit' }, escaped(t('coach.comment.answerGo'))),
    ),
  );
}
