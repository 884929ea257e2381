import {
  AdaptiveCard,
  type CardElementArray,
  Choice,
  ChoiceSetInput,
  Column,
  ColumnSet,
  DateInput,
  SubmitAction,
  TextInput,
  TimeInput,
} from '@microsoft/teams.cards';
import type { Activity } from 'botbuilder-core';
import type { DialogTurn } from '../dialogTurn.ts';
import type { FieldErrors, FilledIn, FormId } from '../forms/form.ts';
import { cardBody, cardHeading, cardText } from './cardBody.ts';
import { CARD_CONTENT_TYPE } from './withCard.ts';

/** One thing to fill in. Only what helps is typed: the rest is chosen. */
export type Input =
  | {
      readonly kind: 'line' | 'lines';
      readonly id: string;
      readonly label: string;
      readonly hint?: string;
      readonly longest: number;
    }
  | { readonly kind: 'day' | 'time'; readonly id: string; readonly label: string }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    };

/** What a form is made of, from top to bottom. */
export type Field =
  | Input
  /** Beside each other. */
  | { readonly kind: 'row'; readonly fields: readonly Input[] }
  /** A heading between fields, with Markdown under it. */
  | { readonly kind: 'part'; readonly title: string; readonly text?: string };

/** A form, as it is to be shown. */
export interface Form {
  readonly id: FormId;
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly Field[];
  readonly send: string;
}

/** A button that opens a form. `task/fetch` goes with `Action.Submit` only: Invoke dialogs from Adaptive Cards (Microsoft Teams). */
export function formButton(title: string, form: FormId): SubmitAction {
  return new SubmitAction({ title, data: { msteams: { type: 'task/fetch' }, form }, associatedInputs: 'none' });
}

/** The answer that shows the form, with what was filled in before; what is wrong with it stands above its field. */
export function formShown(
  turn: DialogTurn,
  form: Form,
  filledIn: FilledIn,
  errors: FieldErrors = {},
): Partial<Activity> {
  const nonce = turn.services.newId();
  const fields = form.fields.flatMap((field) => elementsOf(field, filledIn, errors));
  const card = new AdaptiveCard(...errorIn(errors, ''), ...cardBody(form.intro), ...fields)
    .withVersion('1.5')
    .withActions(new SubmitAction({ title: form.send, style: 'positive', data: { form: form.id, nonce } }));
  const value = {
    title: form.title,
    height: 'large',
    width: 'medium',
    card: { contentType: CARD_CONTENT_TYPE, content: card },
  };
  return { type: 'invokeResponse', value: { status: 200, body: { task: { type: 'continue', value } } } };
}

function elementsOf(field: Field, filledIn: FilledIn, errors: FieldErrors): CardElementArray {
  if (field.kind === 'part') return [cardHeading(field.title), ...cardBody(field.text ?? '')];
  if (field.kind === 'row') {
    const errorsOfRow = field.fields.flatMap(({ id }) => errorIn(errors, id));
    const columns = field.fields.map((one) =>
      new Column(inputOf(one, filledIn[one.id] ?? '')).withWidth('stretch').withVerticalContentAlignment('Bottom'),
    );
    return [...errorsOfRow, new ColumnSet({ columns })];
  }
  return [...errorIn(errors, field.id), inputOf(field, filledIn[field.id] ?? '')];
}

function errorIn(errors: FieldErrors, id: string): CardElementArray {
  const error = errors[id];
  return error === undefined ? [] : [cardText(error, { color: 'Attention', weight: 'Bolder' })];
}

function inputOf(field: Input, value: string): CardElementArray[number] {
  const { id, label } = field;
  const kept = value === '' ? {} : { value };
  switch (field.kind) {
    case 'line':
    case 'lines':
      return new TextInput({
        id,
        label,
        maxLength: field.longest,
        isMultiline: field.kind === 'lines',
        ...(field.hint === undefined ? {} : { placeholder: field.hint }),
        ...kept,
      });
    case 'day':
      return new DateInput({ id, label, ...kept });
    case 'time':
      return new TimeInput({ id, label, ...kept });
    case 'choice': {
      const choices = field.choices.map((choice) => new Choice(choice));
      return new ChoiceSetInput(...choices).withOptions({ id, label, style: 'compact', wrap: true, ...kept });
    }
  }
}
