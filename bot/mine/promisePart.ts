import { dayInTalk } from '../../dialogs/afterwards/dayInTalk.ts';
import { type KeptPromise, openPromises } from '../../dialogs/afterwards/promises.ts';
import { amsterdamDay } from '../../dialogs/keepsakes/amsterdamTime.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { MINE } from './frame.ts';
import type { RememberedTalk } from './memoriesOf.ts';
import type { Visit } from './visit.ts';

/** What was promised in real talks and is still to be kept, with a button for each that is. Nothing without promises. */
export function promisePart(visit: Visit, memories: readonly RememberedTalk[]): readonly Markup[] {
  const { t, options } = visit;
  const all = memories.flatMap(({ memory }) => memory.promises ?? []);
  const open = openPromises(all);
  const kept = all.filter(({ status }) => status === 'done').length;
  if (open.length === 0 && kept === 0) return [];
  const today = amsterdamDay((options.now ?? (() => new Date()))());
  return [
    element(
      'section',
      { 'aria-labelledby': 'promises' },
      element('h2', { id: 'promises' }, escaped(t('mine.promises.heading'))),
      element('ul', { class: 'promises', role: 'list' }, ...open.map((promise) => promiseItem(visit, promise, today))),
      ...(kept > 0 ? [element('p', { class: 'facts' }, escaped(t('mine.promises.kept', { count: kept })))] : []),
      element('p', { class: 'note' }, escaped(t('mine.promises.other'))),
    ),
  ];
}

function promiseItem({ t, locale }: Visit, { id, what, due, talk }: KeptPromise, today: string): Markup {
  const isDue = due !== null && due <= today;
  const when = due === null ? t('mine.promises.someday') : t('mine.promises.on', { day: dayInTalk(due, locale) });
  const button = (way: 'done' | 'drop') =>
    element(
      'form',
      { method: 'post', action: `${MINE}/promises/${id}/${way}` },
      element(
        'button',
        { type: 'submit', class: 'small', 'aria-label': t(`mine.promises.${way}Name`, { what }) },
        escaped(t(`mine.promises.${way}`)),
      ),
    );
  const facts = [
    when,
    ...(isDue ? [t('mine.promises.due')] : []),
    ...(talk ? [t('mine.promises.from', { talk })] : []),
  ];
  return element(
    'li',
    { class: isDue ? 'promise promise--due' : 'promise' },
    element('div', {}, element('p', {}, escaped(what)), element('p', { class: 'facts' }, escaped(facts.join(' · ')))),
    element('div', { class: 'do' }, button('done'), button('drop')),
  );
}
