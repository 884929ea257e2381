import { element, escaped, lone, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { MINE } from './frame.ts';
import type { Visit } from './visit.ts';
import { isNarrowed, type Wanted } from './wanted.ts';

/** Searching and narrowing: a form that works without a script, and whose result has an address. */
export function findForm(
  { t }: Visit,
  wanted: Wanted,
  scenarios: readonly { readonly id: string; readonly title: string }[],
): Markup {
  return element(
    'form',
    { method: 'get', action: MINE, role: 'search', class: 'find', 'aria-label': t('mine.find.heading') },
    labelled(
      t('mine.find.words'),
      'find-words',
      lone('input', { id: 'find-words', type: 'search', name: 'words', value: wanted.words, maxlength: 100 }),
    ),
    labelled(
      t('mine.find.scenario'),
      'find-scenario',
      select('find-scenario', 'scenario', wanted.scenarioId, [
        ['', t('mine.find.anyScenario')],
        ...scenarios.map(({ id, title }) => [id, title] as const),
      ]),
    ),
    labelled(
      t('mine.find.end'),
      'find-end',
      select('find-end', 'end', wanted.end, [
        ['', t('mine.find.anyEnd')],
        ['good', t('mine.find.good')],
        ['other', t('mine.find.other')],
      ]),
    ),
    element(
      'p',
      { class: 'do' },
      element('button', { type: 'submit' }, escaped(t('mine.find.submit'))),
      ...(isNarrowed(wanted) ? [element('a', { href: MINE }, escaped(t('mine.find.clear')))] : []),
    ),
  );
}

function labelled(name: string, id: string, field: Markup): Markup {
  return element('p', {}, element('label', { for: id }, escaped(name)), field);
}

function select(id: string, name: string, chosen: string, options: readonly (readonly [string, string])[]): Markup {
  return element(
    'select',
    { id, name },
    ...options.map(([value, text]) =>
      element('option', { value, selected: value === chosen ? '' : undefined }, escaped(text)),
    ),
  );
}
