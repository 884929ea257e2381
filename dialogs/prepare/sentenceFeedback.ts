import type { TipId } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';

/** What a teacher's own sentence does: whether it shows the tip, what else it shows, and what it might do unwanted. */
export function sentenceFeedback({ content, memory, recognizer, t }: DialogTurn, tip: TipId, sentence: string): string {
  const { locale } = memory;
  const found = recognizer.recognize(sentence, locale);
  const entries = content.moves.filter(({ id }) => found.some(({ move }) => move === id));
  const helping = entries.filter(({ kind }) => kind === 'helps');
  const unwanted = entries.filter(({ kind }) => kind === 'avoid');
  const names = (list: typeof entries) => list.map(({ name }) => name[locale]).join(', ');

  const shown = helping.some((entry) => entry.tip === tip);
  const others = helping.filter((entry) => entry.tip !== tip);
  const avoid = content.tips.find(({ id }) => id === tip);
  const example = avoid?.say[1]?.text[locale].replaceAll('{child}', t('dialogs.tip.child')) ?? '';
  return [
    shown ? t('dialogs.prepare.shown') : t('dialogs.prepare.notSeen', { example }),
    ...(others.length > 0 ? [t('dialogs.prepare.also', { moves: names(others) })] : []),
    ...unwanted.map((entry) => t('dialogs.prepare.unwanted', { move: entry.name[locale], does: entry.does[locale] })),
  ].join(' ');
}
