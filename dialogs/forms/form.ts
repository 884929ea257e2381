import type { Activity } from 'botbuilder-core';

/** What can be filled in at once, where a channel shows forms in a dialog of their own. */
export const FORMS = ['prepare', 'look-back'] as const;
export type FormId = (typeof FORMS)[number];

/** What was filled in, by the id of the field; a field that was left empty may be missing. */
export type FilledIn = Readonly<Record<string, string>>;

/** What is wrong with a field, in Markdown, by its id; `''` is about the form as a whole. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The form is done with: its dialog closes. Source: Invoke and dismiss dialogs (Microsoft Teams developer documentation). */
export function formClosed(): Partial<Activity> {
  return { type: 'invokeResponse', value: { status: 200, body: {} } };
}
