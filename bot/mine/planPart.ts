import { PLAN_STEPS } from '../../content/schema/prepare.ts';
import { dayInTalk } from '../../dialogs/afterwards/dayInTalk.ts';
import { nicknameIn, type Plan } from '../../dialogs/prepare/plan.ts';
import { stepNamed } from '../../dialogs/prepare/prepareSteps.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import type { RememberedTalk } from './memoriesOf.ts';
import { momentInWords } from './moments.ts';
import type { Visit } from './visit.ts';

/** More plans than one keeps in mind. */
const MOST_PLANS = 5;

/** The plans for real talks, the newest first, each with what was answered in it. Nothing without a plan. */
export function planPart(visit: Visit, memories: readonly RememberedTalk[]): readonly Markup[] {
  const { t } = visit;
  const plans = memories
    .flatMap(({ memory }) => [...(memory.plan ? [memory.plan] : []), ...(memory.earlierPlans ?? []).toReversed()])
    .filter(({ answers }) => Object.keys(answers).length > 0)
    .slice(0, MOST_PLANS);
  if (plans.length === 0) return [];
  return [
    element(
      'section',
      { 'aria-labelledby': 'plans' },
      element('h2', { id: 'plans' }, escaped(t('mine.plans.heading'))),
      ...plans.map((plan) => planItem(visit, plan)),
      element('p', { class: 'note' }, escaped(t('mine.plans.more'))),
    ),
  ];
}

function planItem(visit: Visit, plan: Plan): Markup {
  const { t, locale } = visit;
  const name = nicknameIn(plan);
  const facts = [
    ...(plan.meeting ? [t('mine.plans.meeting', { day: dayInTalk(plan.meeting.start, locale) })] : []),
    t('mine.plans.changed', { day: momentInWords(plan.changedAt, locale) }),
  ];
  return element(
    'details',
    { class: 'plan' },
    element(
      'summary',
      {},
      escaped(name === null ? t('mine.plans.unnamed') : t('mine.plans.for', { name })),
      element('span', { class: 'facts' }, escaped(facts.join(' · '))),
    ),
    element('dl', {}, ...answered(visit, plan, name ?? '')),
  );
}

/** Each answer under the heading that it has on the plan's own page. */
function answered({ options, locale }: Visit, { answers }: Plan, child: string): readonly Markup[] {
  return PLAN_STEPS.flatMap((id) => {
    const answer = answers[id];
    if (!answer || !options.content.prepare || id === 'nickname') return [];
    const { heading, ask } = stepNamed(options.content, id);
    const name = (heading ?? ask)[locale].replaceAll('{child}', child);
    return [element('dt', {}, escaped(name)), element('dd', {}, escaped(shownMarks(answer.words)))];
  });
}
