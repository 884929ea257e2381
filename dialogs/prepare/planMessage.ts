import type { Activity } from 'botbuilder-core';
import { TIPS } from '../../content/schema/move.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** The plan: the teacher's own sentences in the order of the tips. */
export function planMessage({ content, memory, t }: DialogTurn): Partial<Activity> {
  const { locale, plan } = memory;
  const lines = TIPS.flatMap((id) => {
    const sentence = plan?.sentences.find(({ tip }) => tip === id)?.sentence;
    const name = content.tips.find((tip) => tip.id === id)?.name[locale] ?? id;
    return sentence ? [`- **${name}**: ${sentence.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|]/gu, '\\$&')}`] : [];
  });
  const text =
    lines.length > 0 ? [t('dialogs.prepare.plan'), lines.join('\n')].join('\n\n') : t('dialogs.prepare.emptyPlan');
  const suggestions = [{ title: t('dialogs.menu.rehearse'), value: t('dialogs.word.rehearse') }];
  return guideSays(locale, 'plan', text, { suggestions });
}
