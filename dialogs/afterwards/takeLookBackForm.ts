import { TIPS } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { FieldErrors, FilledIn } from '../forms/form.ts';
import { dayIn } from './dayIn.ts';
import { FRESH, type LookingBack } from './lookBack.ts';
import { ROWS, talkPlanned } from './lookBackForm.ts';
import type { Step } from './steps.ts';
import { takeAnswer, withoutDetails } from './takeAnswer.ts';

/** What came of the form: the look back with all that could be taken, and what is wrong with the rest. */
export interface TakenLookBack {
  readonly back: LookingBack;
  readonly errors: FieldErrors;
}

/** Takes what was filled in, each field as the chat takes its answer. */
export function takeLookBackForm(turn: DialogTurn, filledIn: FilledIn): TakenLookBack {
  const errors: Record<string, string> = {};
  const value = (field: string) => (filledIn[field] ?? '').trim();
  let back: LookingBack = FRESH;

  const take = (step: Step, field: string): boolean => {
    const words = value(field);
    if (words === '') return false;
    const taken = takeAnswer(turn, back, step, words);
    back = taken?.back ?? back;
    if (!taken) errors[field] = turn.t(`afterwards.unclear.${step.endsWith('when') ? 'when' : 'choose'}`);
    return taken !== null;
  };
  const dated = (field: string): void => {
    const due = dayIn(value(field), turn.at);
    if (value(field) !== '' && due === null) errors[field] = turn.t('afterwards.unclear.when');
    if (due !== null && back.open) back = { ...back, open: { ...back.open, due } };
  };
  /** What is not said of an agreement or a promise is left open. */
  const settle = (step: Step): void => {
    back = withoutDetails(turn, back, step)?.back ?? back;
  };

  if (take('name', 'name') && value('name') === talkPlanned(turn)) {
    back = { ...back, planId: turn.memory.plan?.id ?? null };
  }
  for (const tip of TIPS) take(`tip/${tip}`, `tip/${tip}`);
  for (const row of ROWS) {
    if (!take('agreed', `agreed-${row}`)) continue;
    dated(`agreed-when-${row}`);
    take('agreed-who', `agreed-who-${row}`);
    settle('agreed-when');
  }
  for (const row of ROWS) {
    if (!take('promised', `promised-${row}`)) continue;
    take('promised-when', `promised-when-${row}`);
    settle('promised-when');
  }
  take('contact', 'contact');
  take('next', 'next');
  if (isEmpty(filledIn)) errors[''] = turn.t('cards.form.empty');
  return { back, errors };
}

function isEmpty(filledIn: FilledIn): boolean {
  return Object.entries(filledIn).every(([field, words]) => field === 'name' || words.trim() === '');
}
