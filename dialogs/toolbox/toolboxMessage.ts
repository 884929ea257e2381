import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import { asCard } from '../cards/asCard.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { toolboxCard } from './toolboxCard.ts';
import { toolToMake } from './tools.ts';

/** One tool by number or id; without one, the list of what there is. */
export function toolboxMessage(turn: DialogTurn, wanted: string): Partial<Activity> {
  const { content, memory, t } = turn;
  const { locale } = memory;
  const chosen = content.toolbox.find(({ id }, index) => id === wanted || String(index + 1) === wanted);
  const buttons = content.toolbox.map(({ id, title }) => ({
    title: title[locale],
    value: `${t('dialogs.word.toolbox')} ${id}`,
  }));

  if (!chosen) {
    const list = content.toolbox.map(({ title, intro }, index) => {
      const more = intro ? `  \n   ${intro[locale]}` : '';
      return `${index + 1}. **${title[locale]}**${more}`;
    });
    const text = [t('dialogs.toolbox.choose'), list.join('\n')].join('\n\n');
    return withCard(turn, guideSays(locale, 'menu', text, { suggestions: buttons }), () => toolboxCard(turn));
  }
  memory.cited = { kind: 'tool', tool: chosen.id };
  const source = content.sources.find(({ id }) => id === chosen.source)?.reference ?? chosen.source;
  const text = [`## ${chosen.title[locale]}`, chosen.body[locale], t('dialogs.tip.source', { source })].join('\n\n');
  const back = { title: t('dialogs.toolbox.back'), value: t('dialogs.word.toolbox') };
  const begin = toolToMake(content, chosen.id)
    ? [{ title: t('tools.begin'), value: `${t('tools.word.make')} ${chosen.id}` }]
    : [];
  const whence = { title: t('tips.button.source'), value: t('dialogs.word.source') };
  return asCard(turn, guideSays(locale, 'tip', text, { suggestions: [...begin, back, whence] }));
}
