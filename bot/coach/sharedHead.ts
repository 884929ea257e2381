import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import type { Framed } from '../mine/frame.ts';
import { momentInWords } from '../mine/moments.ts';
import { dayAsWritten, lastDayOf } from './dayAsWritten.ts';
import type { Share } from './reviewPorts.ts';

/** Whose talk it is, when it was, what it was about, and what is asked: on the coach's page and in its preview. */
export function sharedHead(
  { t, locale }: Pick<Framed, 't' | 'locale'>,
  { kept, scenario, startedAt }: TalkToExport,
  { teacherName, question, endsAt }: Pick<Share, 'teacherName' | 'question' | 'endsAt'>,
): readonly Markup[] {
  const { turns, difficulty } = kept.summary;
  const facts = [
    t('coach.queue.of', { teacher: teacherName || t('coach.teacher'), day: momentInWords(startedAt, locale) }),
    turns === 1 ? t('mine.list.oneTurn') : t('mine.list.turns', { turns }),
    t(`dialogs.level.${difficulty}`),
    t('coach.queue.until', { day: dayAsWritten(lastDayOf(endsAt), locale) }),
  ];
  return [
    element('p', { class: 'facts' }, escaped(facts.join(' · '))),
    element('p', { class: 'about' }, escaped(scenario.briefing[locale])),
    element('p', { class: 'note' }, escaped(t('coach.addressed'))),
    ...(question === '' ? [] : [element('p', { class: 'asked' }, escaped(t('coach.asks', { question })))]),
  ];
}
