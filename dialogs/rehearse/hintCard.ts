import { cardBody, cardHeading } from '../cards/cardBody.ts';
import type { CardLook } from '../cards/withCard.ts';
import type { Translate } from '../texts.ts';
import type { Talking } from './rehearseState.ts';
import { standingOfTalk } from './standingOfTalk.ts';

/** A hint; the next one takes its place. `after`: the talk once it was given. */
export function hintCard(t: Translate, hint: string, after: Talking): CardLook {
  const on = standingOfTalk(after);
  const offer = (name: 'thought' | 'rewind') => ({
    title: t(`dialogs.inTalk.${name}`),
    value: t(`dialogs.word.${name}`),
    on,
  });
  const more = { title: t('dialogs.hint.more'), value: t('dialogs.word.hint'), isInPlace: true, on } as const;
  return {
    body: [cardHeading(t('cards.hint.heading')), ...cardBody(hint)],
    buttons: [more, offer('thought'), ...(after.rehearsal.turns.length > 0 ? [offer('rewind')] : [])],
  };
}
