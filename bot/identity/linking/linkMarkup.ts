import type { Locale } from '../../../content/schema/locale.ts';
import { element, escaped, lone, type Markup } from '../../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../../dialogs/texts.ts';
import { MINE } from '../../mine/frame.ts';
import type { Visit } from '../../mine/visit.ts';
import type { FormTokens } from '../formTokens.ts';
import type { Principal } from '../principal.ts';

/** Where linking happens. */
export const LINK = `${MINE}/link`;

const OUTCOMES = ['done', 'undone', 'wrong', 'slow'];

/** What the first page says of it: that it is so, with the way back; or how to begin; or nothing, where it makes no sense. */
export function linkPart(
  { t, also, tab, request }: Visit,
  teacher: Principal,
  forms: FormTokens,
  mayBegin: boolean,
): readonly Markup[] {
  const outcome = request.query.get('link') ?? '';
  const form = (path: string, ...fields: readonly Markup[]) => {
    const look = fields.length > 1 ? 'write' : 'do';
    return element('form', { method: 'post', action: `${LINK}/${path}`, class: look }, forms.field(teacher), ...fields);
  };
  const submit = (key: string) => element('button', { type: 'submit' }, escaped(t(`identity.link.${key}`)));
  const ways = () => {
    if (also.length > 0) return ['linked', form('undo', submit('undo'))] as const;
    if (tab) return ['enter', form('use', ...codeField(t), submit('use'))] as const;
    return mayBegin ? (['begin', form('code', submit('make'))] as const) : null;
  };
  const way = ways();
  if (!way) return [];

  const [text, markup] = way;
  return [
    element(
      'section',
      { 'aria-labelledby': 'link', class: 'link' },
      element('h2', { id: 'link' }, escaped(t('identity.link.heading'))),
      ...(OUTCOMES.includes(outcome)
        ? [element('p', { class: 'banner', role: 'status' }, escaped(t(`identity.link.${outcome}`)))]
        : []),
      element('p', {}, escaped(t(`identity.link.${text}`))),
      markup,
    ),
  ];
}

/** The page that shows a code, once. */
export function codeMarkup({
  texts,
  locale,
  code,
}: {
  readonly texts: (locale: Locale) => Translate;
  readonly locale: Locale;
  readonly code: string;
}): { readonly title: string; readonly main: readonly Markup[] } {
  const t = texts(locale);
  const title = t('identity.link.codeTitle');
  return {
    title,
    main: [
      element('h1', {}, escaped(title)),
      element('p', {}, escaped(t('identity.link.codeText'))),
      element('p', { class: 'code' }, escaped(`${code.slice(0, 4)} ${code.slice(4)}`)),
      element('p', { class: 'note' }, escaped(t('identity.link.codeNote'))),
      element('p', {}, element('a', { href: MINE }, escaped(t('mine.all')))),
    ],
  };
}

function codeField(t: Translate): readonly Markup[] {
  return [
    element('label', { for: 'code' }, escaped(t('identity.link.code'))),
    lone('input', {
      id: 'code',
      name: 'code',
      type: 'text',
      required: '',
      maxlength: 12,
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
    }),
  ];
}
