import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { lone, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { isForeign } from '../http/foreign.ts';
import { formOf } from '../http/formBody.ts';
import { HttpError } from '../http/httpError.ts';
import type { HttpRequest } from '../http/route.ts';
import type { Site } from '../http/site.ts';
import type { KeyRing } from '../keys/keyRing.ts';
import type { Principal } from './principal.ts';

const FIELD = 'form';

/** Keeps forms on other sites from acting in somebody's name, also where a browser does not say where a form was. */
export interface FormTokens {
  /** The hidden field that every form of ours holds that changes something. */
  field(principal: Principal): Markup;
  /**
   * The fields of a form that this person sent from a page of ours.
   * @throws HttpError 403 when it came from elsewhere, or from before a sign-in or sign-out
   */
  fieldsOf(principal: Principal, request: HttpRequest): URLSearchParams;
}

/** @param ring of at least 32 random bytes each, the same for every instance */
export function createFormTokens(ring: KeyRing, site: Site): FormTokens {
  const tokenOf = (key: KeyObject, { tenant, userId, session }: Principal): string =>
    createHmac('sha256', key)
      .update(JSON.stringify(['form', tenant, userId, session]))
      .digest('base64url');

  return {
    field: (principal) => lone('input', { type: 'hidden', name: FIELD, value: tokenOf(ring.current(), principal) }),
    fieldsOf(principal, request) {
      const fields = new URLSearchParams(formOf(request));
      const given = fields.get(FIELD) ?? '';
      const isOurs = ring.all().some((key) => isSame(given, tokenOf(key, principal)));
      if (isForeign(request, site) || !isOurs) throw foreignForm();
      fields.delete(FIELD);
      return fields;
    },
  };
}

/** The refusal of a form that another site made. */
export function foreignForm(): HttpError {
  return new HttpError(403, 'Forbidden', 'This form is not from a page of ours, or is too old. Open the page again.');
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
