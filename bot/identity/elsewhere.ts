import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../dialogs/texts.ts';
import type { localeOf } from '../mine/frame.ts';
import { SIGN_OUT } from '../mine/frame.ts';
import { momentInWords } from '../mine/moments.ts';
import type { KeptSession } from './stores.ts';

/** Where all other sign-ins of somebody are ended. */
export const ELSEWHERE = `${SIGN_OUT}/elsewhere`;

/** Who wants to end other sign-ins has shown who they are within this time, where that can be asked. */
const FRESH_MS = 10 * 60_000;

/** Whether somebody signed in just now. */
export function isFresh({ createdAt }: KeptSession, now: Date): boolean {
  return now.getTime() - Date.parse(createdAt) < FRESH_MS;
}

/** The other sign-ins of whoever looks, and the way to end them all; nothing when there are none. */
export function elsewherePart(
  others: readonly KeptSession[],
  { t, locale, end }: { readonly t: Translate; readonly locale: ReturnType<typeof localeOf>; readonly end: Markup },
): readonly Markup[] {
  if (others.length === 0) return [];
  const line = ({ place, createdAt, seenAt }: KeptSession) =>
    element(
      'li',
      {},
      escaped(
        t(`identity.elsewhere.${place}`, {
          since: momentInWords(createdAt, locale),
          seen: momentInWords(seenAt, locale),
        }),
      ),
    );
  return [
    element('h2', {}, escaped(t('identity.elsewhere.title'))),
    element('p', {}, escaped(t('identity.elsewhere.text'))),
    element('ul', {}, ...others.map(line)),
    end,
  ];
}
