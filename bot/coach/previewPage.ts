import { makeDebrief } from '../../dialogs/engine/makeDebrief.ts';
import { curveContent } from '../../dialogs/rehearse/curve/curveMessage.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { HttpReply } from '../http/route.ts';
import { page } from '../mine/frame.ts';
import { asShared } from './asShared.ts';
import { dayAsWritten } from './dayAsWritten.ts';
import { recognisedIn } from './reviewForms.ts';
import { sharedHead } from './sharedHead.ts';
import { sharedTalk } from './sharedTalk.ts';
import { hiddenShare, type WantedShare } from './shareForm.ts';
import { type SharingVisit, talkAddress } from './sharingVisit.ts';

/** Exactly what the coach will see, made by the same hands as the coach's own page; and the button that shares it. */
export function previewPage(visit: SharingVisit, wanted: WantedShare): HttpReply {
  const { t, request, options, teacher, texts, talk, locale } = visit;
  const shared = { ...talk, kept: asShared(talk.kept) };
  const inTalk = texts(talk.kept.rehearsal.locale);
  const report = makeDebrief(shared.scenario, shared.kept.rehearsal);
  const names = wanted.coaches.map(({ name }) => name).join(` ${t('coach.share.and')} `);
  const field = options.identity.forms.field(teacher);
  const isDouble = wanted.coaches.length > 1;
  const title = t('coach.share.previewTitle');
  const again = (action: string, text: string, className?: string): Markup =>
    element('button', { type: 'submit', formaction: talkAddress(talk.id, action), class: className }, escaped(text));
  return page(visit, request, {
    title,
    main: [
      element('h1', {}, escaped(title)),
      element(
        'p',
        {},
        escaped(t('coach.share.previewText', { coach: names, day: dayAsWritten(wanted.lastDay, locale) })),
      ),
      element('p', {}, escaped(t('coach.share.previewAlso', { coach: names }))),
      ...(isDouble ? [element('p', { class: 'banner' }, escaped(t('coach.share.twice')))] : []),
      ...(wanted.mayLearn ? [element('p', {}, escaped(t('coach.share.mayLearn')))] : []),
      element(
        'form',
        { method: 'post', action: talkAddress(talk.id, '/share'), class: 'do do--share' },
        field,
        ...hiddenShare(wanted),
        again('/share', t('coach.share.confirm', { coach: names })),
        again('/share/again', t('coach.share.back'), 'button--quiet'),
      ),
      element(
        'div',
        { class: 'preview' },
        element('h2', {}, escaped(talk.kept.summary.title[locale])),
        ...sharedHead(visit, shared, { teacherName: wanted.name, question: wanted.question, endsAt: wanted.endsAt }),
        sharedTalk({
          talk: shared,
          report,
          curve: curveContent(shared.scenario, shared.kept.rehearsal, report, inTalk),
          t: inTalk,
          content: options.content,
          speaker: wanted.name || t('coach.teacher'),
          // Two coaches see these only once they have sent; the teacher sees all that they will see in the end.
          spansIn: ({ reading }) => recognisedIn(reading.moves),
          comments: [],
          isShown: () => true,
          under: () => [],
        }),
      ),
    ],
  });
}
