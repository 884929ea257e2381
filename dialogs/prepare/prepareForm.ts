import type { PlanStep } from '../../content/schema/prepare.ts';
import type { Field, Form } from '../cards/cardForm.ts';
import { plainWords } from '../cards/plainWords.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { FilledIn } from '../forms/form.ts';
import { LONGEST_UTTERANCE } from '../language/createRecognizer.ts';
import { childIn } from './childIn.ts';
import type { Plan } from './plan.ts';
import { stepNamed } from './prepareSteps.ts';

/** The steps before the tips that are filled in at once; the day and time of the talk are two fields. */
export const FORM_STEPS = ['nickname', 'kind', 'what', 'parent-type', 'parent-feels', 'goal', 'parent-knows'] as const;
export const MEETING_DAY = 'meeting-day';
export const MEETING_TIME = 'meeting-time';

const LONGEST_LABEL = 200;
const LONGEST_NICKNAME = 24;

/** The first steps of the walk as one form. */
export function prepareForm(turn: DialogTurn, plan: Plan): Form {
  const { t } = turn;
  return {
    id: 'prepare',
    title: t('cards.form.prepare.title'),
    intro: t('cards.form.prepare.intro'),
    fields: [
      ...FORM_STEPS.map((step) => fieldOf(turn, plan, step)),
      {
        kind: 'row',
        fields: [
          { kind: 'day', id: MEETING_DAY, label: t('cards.form.prepare.day') },
          { kind: 'time', id: MEETING_TIME, label: t('cards.form.prepare.time') },
        ],
      },
    ],
    send: t('cards.form.prepare.send'),
  };
}

/** What the plan holds already, as it stands in the form. */
export function filledByPlan({ answers, meeting }: Plan): FilledIn {
  const [day = '', time = ''] = meeting?.start.split('T') ?? [];
  const kept = FORM_STEPS.flatMap((step) => {
    const answer = answers[step];
    return answer ? [[step, answer.choice ?? answer.words]] : [];
  });
  return { ...Object.fromEntries(kept), [MEETING_DAY]: day, [MEETING_TIME]: time };
}

function fieldOf(turn: DialogTurn, plan: Plan, id: PlanStep): Field {
  const { content, memory } = turn;
  const { locale } = memory;
  const { ask, heading, example, choices } = stepNamed(content, id);
  const label = plainWords(
    (choices ? (heading ?? ask) : ask)[locale].replaceAll('{child}', childIn(turn, plan)),
    LONGEST_LABEL,
  );
  if (choices)
    return { kind: 'choice', id, label, choices: choices.map((one) => ({ title: one.label[locale], value: one.id })) };
  const isLine = id === 'nickname';
  return {
    kind: isLine ? 'line' : 'lines',
    id,
    label,
    longest: isLine ? LONGEST_NICKNAME : LONGEST_UTTERANCE,
    ...(example ? { hint: plainWords(example[locale], LONGEST_LABEL) } : {}),
  };
}
