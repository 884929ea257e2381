import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { titleOfTalk } from '../prepare/ownTalkMessages.ts';

/** As many talks as one takes in; the page of the teacher's own has them all. */
const MOST_TALKS = 4;

/** The look back in one message, for when something else is open: what was rehearsed here, the plan, small contact. */
export function afterwardsMessage(turn: DialogTurn): Partial<Activity> {
  const { memory, t } = turn;
  const suggestions = [
    { title: t('dialogs.menu.rehearse'), value: t('dialogs.word.rehearse') },
    { title: t('dialogs.menu.prepare'), value: t('dialogs.word.prepare') },
  ];
  const text = [rehearsedInShort(turn), t('dialogs.afterwards.contact')].join('\n\n');
  return guideSays(memory.locale, 'notice', text, { suggestions });
}

/** Where the rehearsals of this browser can be read again. */
export function myRehearsalsMessage({ memory, services, t }: DialogTurn): Partial<Activity> {
  const url = services.minePage;
  const suggestions = [{ title: t('dialogs.menu.afterwards'), value: t('dialogs.word.afterwards') }];
  const text =
    url === null ? t('afterwards.mine.elsewhere') : t('afterwards.mine.here', { url: `${url}?lang=${memory.locale}` });
  return guideSays(memory.locale, 'notice', text, { suggestions });
}

/** What was rehearsed here lately, how it ended and what to try next time, the plan, and where all of it is. */
export function rehearsedInShort(turn: DialogTurn): string {
  const { content, memory, services, t } = turn;
  const { locale, rehearsed, plan } = memory;
  const tipName = (id: string) => content.tips.find((tip) => tip.id === id)?.name[locale] ?? id;
  const day = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { day: 'numeric', month: 'long' });

  const lines = rehearsed.slice(-MOST_TALKS).map((talk) => {
    const title = titleOfTalk(turn, talk);
    return `- ${t('dialogs.afterwards.line', {
      day: day.format(new Date(talk.endedAt)),
      title,
      turns: talk.turns,
      from: talk.tension.from,
      to: talk.tension.to,
      tip: tipName(talk.tryNext),
    })}`;
  });
  return [
    lines.length > 0 ? [t('dialogs.afterwards.heading'), ...lines].join('\n') : t('dialogs.afterwards.none'),
    ...(plan ? [t('dialogs.afterwards.plan')] : []),
    ...(services.minePage === null || lines.length === 0
      ? []
      : [t('afterwards.mine.all', { url: `${services.minePage}?lang=${locale}` })]),
  ].join('\n\n');
}
