import type { Suggestion } from '../activities.ts';
import { cardBody } from '../cards/cardBody.ts';
import { type CardLook, isElsewhere } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Keepsake, KeepsakeLinks } from './keepsake.ts';
import { keepsakeText } from './keepsakeText.ts';

/** What was made, with its page, its Word file and its calendar as buttons. */
export function keepsakeCard(
  { services, t }: DialogTurn,
  keepsake: Keepsake,
  more: {
    readonly before: string | undefined;
    readonly links: KeepsakeLinks | null;
    readonly suggestions: readonly Suggestion[];
  },
): CardLook {
  const { before, links, suggestions } = more;
  const { page, word, calendar } = links ?? {};
  const kept = page && isElsewhere(page) ? [t('cards.keepsake.kept', { days: services.retentionDays })] : [];
  return {
    body: cardBody([...(before ? [before] : []), keepsakeText(keepsake, t), ...kept].join('\n\n')),
    links: [
      ...(page ? [{ title: t('cards.keepsake.page'), url: page }] : []),
      ...(word ? [{ title: t('cards.keepsake.word'), url: word }] : []),
      ...(calendar ? [{ title: t('cards.keepsake.calendar'), url: calendar }] : []),
    ],
    buttons: suggestions,
  };
}
