import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** The look back: what was rehearsed here, how it ended, what to try next time; and the plan, if there is one. */
export function afterwardsMessage({ content, memory, t }: DialogTurn): Partial<Activity> {
  const { locale, rehearsed, plan } = memory;
  const tipName = (id: string) => content.tips.find((tip) => tip.id === id)?.name[locale] ?? id;
  const day = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { day: 'numeric', month: 'long' });

  const lines = rehearsed.slice(-8).map((talk) => {
    const title = content.scenarios.find(({ id }) => id === talk.scenario)?.title[locale] ?? talk.scenario;
    return `- ${t('dialogs.afterwards.line', {
      day: day.format(new Date(talk.endedAt)),
      title,
      turns: talk.turns,
      from: talk.tension.from,
      to: talk.tension.to,
      tip: tipName(talk.tryNext),
    })}`;
  });
  const parts = [
    lines.length > 0 ? [t('dialogs.afterwards.heading'), ...lines].join('\n') : t('dialogs.afterwards.none'),
    ...(plan ? [t('dialogs.afterwards.plan', { sentences: plan.sentences.length })] : []),
    t('dialogs.afterwards.contact'),
  ];
  const suggestions = [
    { title: t('dialogs.menu.rehearse'), value: t('dialogs.word.rehearse') },
    { title: t('dialogs.menu.prepare'), value: t('dialogs.word.prepare') },
  ];
  return guideSays(locale, 'notice', parts.join('\n\n'), { suggestions });
}
