import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import { type CoachVisit, type OpenTalk, shareAddress } from './coachVisit.ts';

/** Where the coding by two coaches stands; before that, the way to it is on a page of its own part. */
export function doublePart({ t }: CoachVisit, { open }: OpenTalk): readonly Markup[] {
  const { share, partner } = open;
  if (share.pair === null && share.wantsSecond === null) return [];
  return [
    element(
      'section',
      { id: 'double', 'aria-labelledby': 'double-heading' },
      element('h2', { id: 'double-heading' }, escaped(t('coach.double.heading'))),
      ...(share.wantsSecond
        ? [element('p', {}, escaped(t('coach.double.asked', { coach: share.wantsSecond.name })))]
        : []),
      ...(share.pair === null ? [] : [element('p', {}, escaped(stateOf(t, share.sentAt !== null, partner)))]),
      ...(partner?.review
        ? [
            element(
              'p',
              {},
              element(
                'a',
                { class: 'button', href: shareAddress(share.id, '/agreement') },
                escaped(t('coach.double.look')),
              ),
            ),
          ]
        : []),
    ),
  ];
}

function stateOf(t: CoachVisit['t'], hasSent: boolean, partner: OpenTalk['open']['partner']): string {
  if (partner === null) return t('coach.double.alone');
  if (partner.review) return t('coach.double.both', { coach: partner.coachName });
  return t(hasSent ? 'coach.double.waiting' : 'coach.double.busy', { coach: partner.coachName });
}

/** The way to ask for a second coach. */
export function secondForm(
  { t }: CoachVisit,
  { open }: OpenTalk,
  others: readonly { readonly id: string; readonly name: string }[],
  field: Markup,
): readonly Markup[] {
  const { share } = open;
  if (share.pair !== null || share.wantsSecond !== null || share.sentAt !== null || others.length === 0) return [];
  return [
    element(
      'details',
      { class: 'work' },
      element('summary', {}, escaped(t('coach.double.ask'))),
      element('p', { class: 'note' }, escaped(t('coach.double.askText'))),
      element(
        'form',
        { method: 'post', action: shareAddress(share.id, '/second'), class: 'write' },
        field,
        element('label', { for: 'second' }, escaped(t('coach.double.who'))),
        element(
          'select',
          { id: 'second', name: 'second' },
          ...others.map(({ id, name }) => element('option', { value: id }, escaped(name))),
        ),
        element('button', { type: 'submit' }, escaped(t('coach.double.askGo'))),
      ),
    ),
  ];
}
