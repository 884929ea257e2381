import type { Activity } from 'botbuilder-core';
import { guideSays, type Suggestion } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Translate } from '../texts.ts';
import type { Keepsake, KeepsakeLinks } from './keepsake.ts';
import { keepsakeCard } from './keepsakeCard.ts';
import { keepsakeText } from './keepsakeText.ts';
import { trianglePicture } from './trianglePicture.ts';

/** The content type of the attachment that carries a picture: `{ svg }`. */
const PICTURE_CONTENT_TYPE = 'application/vnd.op-een-lijn.picture+json';

/**
 * Keeps it with this turn, shows it in words, and says where to print it or get it as a file. `before`: said first.
 * `suggestions`: what can be done next; without them, what can be done with a tool.
 */
export function keepsakeMessage(
  turn: DialogTurn,
  keepsake: Keepsake,
  before?: string,
  suggestions: readonly Suggestion[] = waysOnWith(turn, keepsake),
): Partial<Activity> {
  const { memory, services, t } = turn;
  const links = services.keep(keepsake);
  const text = [
    ...(before ? [before] : []),
    keepsakeText(keepsake, t),
    ...(links ? [t('tools.kept', { days: services.retentionDays }), waysToKeep(links, t)] : []),
  ];
  const attachments = picturesOf(keepsake);
  const message = guideSays(memory.locale, 'plan', text.join('\n\n'), { suggestions });
  const shown = attachments.length > 0 ? { ...message, attachments } : message;
  return withCard(turn, shown, () => keepsakeCard(turn, keepsake, { before, links, suggestions }));
}

function waysOnWith({ t }: DialogTurn, { tool }: Keepsake): readonly Suggestion[] {
  return [
    { title: t('tools.change'), value: `${t('tools.word.make')} ${tool}` },
    { title: t('dialogs.toolbox.back'), value: t('dialogs.word.toolbox') },
  ];
}

/** The pictures for a page that can show them; the text says the same. */
function picturesOf({ sections }: Keepsake) {
  return sections
    .flatMap(({ blocks }) => blocks.filter((block) => block.type === 'picture'))
    .map(({ picture, title, twin }) => ({
      contentType: PICTURE_CONTENT_TYPE,
      content: { svg: trianglePicture(picture, title, twin) },
    }));
}

function waysToKeep({ page, word, calendar }: KeepsakeLinks, t: Translate): string {
  const ways = [
    t('tools.link.page', { url: page }),
    t('tools.link.word', { url: word }),
    ...(calendar ? [t('tools.link.calendar', { url: calendar })] : []),
  ];
  return ways.map((way) => `- ${way}`).join('\n');
}
