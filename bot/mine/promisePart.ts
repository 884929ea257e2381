import { dayInTalk } from '../../dialogs/afterwards/dayInTalk.ts';
import { type KeptPromise, openPromises } from '../../dialogs/afterwards/promises.ts';
import { amsterdamDay } from '../../dialogs/keepsakes/amsterdamTime.ts';
import { nicknameIn, type Plan } from '../../dialogs/prepare/plan.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { MINE } from './frame.ts';
import type { RememberedTalk } from './memoriesOf.ts';
import { momentInWords } from './moments.ts';
import type { Visit } from './visit.ts';

/** More plans than one keeps in mind. */
const MOST_PLANS = 5;

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

/** The plans for real talks, the newest first. */
export function planPart({ t, locale }: Visit, memories: readonly RememberedTalk[]): readonly Markup[] {
  const plans = memories
    .flatMap(({ memory }) => [...(memory.plan ? [memory.plan] : []), ...(memory.earlierPlans ?? []).toReversed()])
    .slice(0, MOST_PLANS);
  if (plans.length === 0) return [];
  const title = (plan: Plan) => {
    const name = nicknameIn(plan);
    return name === null ? t('mine.plans.unnamed') : t('mine.plans.for', { name });
  };
  const facts = ({ meeting, changedAt }: Plan) =>
    [
      ...(meeting ? [t('mine.plans.meeting', { day: dayInTalk(meeting.start, locale) })] : []),
      t('mine.plans.changed', { day: momentInWords(changedAt, locale) }),
    ].join(' · ');
  return [
    element(
      'section',
      { 'aria-labelledby': 'plans' },
      element('h2', { id: 'plans' }, escaped(t('mine.plans.heading'))),
      ...plans.map((plan) =>
        element(
          'details',
          { class: 'plan' },
          element('summary', {}, escaped(title(plan)), element('span', { class: 'facts' }, escaped(facts(plan)))),
          ...words(
            t('mine.plans.sentences'),
            plan.sentences.map(({ sentence }) => sentence),
          ),
          ...words(
            t('mine.plans.agreed'),
            plan.agreements.map((agreement) => agreement.words),
          ),
        ),
      ),
      element('p', { class: 'note' }, escaped(t('mine.plans.more'))),
    ),
  ];
}

function words(heading: string, items: readonly string[]): readonly Markup[] {
  if (items.length === 0) return [];
  return [
    element('h3', {}, escaped(heading)),
    element('ul', {}, ...items.map((item) => element('li', {}, escaped(item)))),
  ];
}
