import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Translate } from '../texts.ts';
import type { Keepsake, KeepsakeLinks } from './keepsake.ts';
import { keepsakeText } from './keepsakeText.ts';

/** Keeps it with this turn, shows it in words, and says where to print it or get it as a file. `before`: said first. */
export function keepsakeMessage(turn: DialogTurn, keepsake: Keepsake, before?: string): Partial<Activity> {
  const { memory, services, t } = turn;
  const links = services.keep(keepsake);
  const text = [
    ...(before ? [before] : []),
    keepsakeText(keepsake, t),
    ...(links ? [t('tools.kept', { days: services.retentionDays }), waysToKeep(links, t)] : []),
  ];
  const suggestions = [
    { title: t('tools.change'), value: `${t('tools.word.make')} ${keepsake.tool}` },
    { title: t('dialogs.toolbox.back'), value: t('dialogs.word.toolbox') },
  ];
  return guideSays(memory.locale, 'plan', text.join('\n\n'), { suggestions });
}

function waysToKeep({ page, word, calendar }: KeepsakeLinks, t: Translate): string {
  const ways = [
    t('tools.link.page', { url: page }),
    t('tools.link.word', { url: word }),
    ...(calendar ? [t('tools.link.calendar', { url: calendar })] : []),
  ];
  return ways.map((way) => `- ${way}`).join('\n');
}
