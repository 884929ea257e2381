import { z } from 'zod';
import { FORMS } from '../../../dialogs/forms/form.ts';
import type { FormEvent } from '../../../dialogs/ownEvents.ts';

/** A form that is to be shown, or what was filled in on one. */
export interface FormAsked {
  readonly event: FormEvent;
  /** Made for the form as it was shown; only with what was filled in. */
  readonly nonce?: string;
}

const LONGEST_FIELD = 4000;
const MOST_FIELDS = 60;

const form = z.enum(FORMS);
const fetchSchema = z.object({ data: z.object({ form }) });
const submitSchema = z.object({
  data: z
    .object({ form, nonce: z.string().min(8).max(100) })
    .catchall(z.union([z.string().max(LONGEST_FIELD), z.unknown().transform(() => undefined)]))
    .refine((data) => Object.keys(data).length <= MOST_FIELDS),
});

/**
 * The form in an invoke; null when it is none of ours.
 * Source: Invoke and dismiss dialogs: `task/fetch` and `task/submit` (Microsoft Teams developer documentation).
 */
export function readForm(name: string | undefined, value: unknown): FormAsked | null {
  if (name === 'task/fetch') {
    const fetched = fetchSchema.safeParse(value);
    return fetched.success ? { event: { name: 'op-een-lijn/form-opened', value: fetched.data.data } } : null;
  }
  const sent = name === 'task/submit' ? submitSchema.safeParse(value) : null;
  if (!sent?.success) return null;
  const { form: id, nonce, ...fields } = sent.data.data;
  const filledIn = Object.fromEntries(Object.entries(fields).filter(([, words]) => typeof words === 'string'));
  return {
    event: { name: 'op-een-lijn/form-sent', value: { form: id, filledIn: filledIn as Record<string, string> } },
    nonce,
  };
}
