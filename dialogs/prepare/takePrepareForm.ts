import { TIPS } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { FieldErrors, FilledIn } from '../forms/form.ts';
import { readAnswer } from '../toolbox/toolProgress.ts';
import type { Plan } from './plan.ts';
import { hasAnswers } from './planProgress.ts';
import { FORM_STEPS, MEETING_DAY, MEETING_TIME } from './prepareForm.ts';
import { stepNamed } from './prepareSteps.ts';
import { type TakenAnswer, takeAnswer } from './takeAnswer.ts';

/** What came of a form: the plan with all that could be taken, and what is wrong with the rest. */
export interface TakenForm {
  readonly plan: Plan;
  readonly errors: FieldErrors;
  /** What is said of the answers, in Markdown. */
  readonly replies: readonly string[];
}

/** Takes what was filled in into the plan, each field as the chat takes its answer; then the tips are next. */
export function takePrepareForm(turn: DialogTurn, begun: Plan, filledIn: FilledIn): TakenForm {
  const steps = FORM_STEPS.map((step) => ({ step, field: step, words: (filledIn[step] ?? '').trim() }));
  const day = (filledIn[MEETING_DAY] ?? '').trim();
  const time = (filledIn[MEETING_TIME] ?? '').trim();
  const meeting = { step: 'meeting', field: MEETING_DAY, words: `${day} ${time}`.trim() } as const;

  let plan = begun;
  const errors: Record<string, string> = {};
  const replies: string[] = [];
  for (const { step, field, words } of [...steps, meeting]) {
    if (words === '') continue;
    const taken = takeField(turn, plan, step, words);
    plan = taken?.plan ?? plan;
    const isDayAlone = step === 'meeting' && time === '' && plan.meeting !== null;
    if (taken === null || (taken.next === 'again' && !isDayAlone)) {
      errors[field] = taken?.reply ?? turn.t('tools.chooseOne');
    } else if (taken.reply !== undefined && step !== 'nickname') replies.push(taken.reply);
  }
  if (!hasAnswers(plan)) errors[''] = turn.t('cards.form.empty');
  return { plan: { ...plan, at: TIPS[0] }, errors, replies: [...new Set(replies)] };
}

/** Null when it is none of the choices. */
function takeField(
  turn: DialogTurn,
  plan: Plan,
  id: Parameters<typeof stepNamed>[1],
  words: string,
): TakenAnswer | null {
  const step = stepNamed(turn.content, id);
  const given = step.choices ? readAnswer(turn, step, words) : null;
  if (given === null) return takeAnswer(turn, plan, step, { words, at: turn.at });
  return given.kind === 'answer' ? takeAnswer(turn, plan, step, given.answer) : null;
}
