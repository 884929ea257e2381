import type { TipId } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { plain } from '../rehearse/parentLine.ts';
import { judgedSentence } from './judgedSentence.ts';
import type { Plan } from './plan.ts';
import { pressingIn } from './pressingIn.ts';

/** More words than this are no sentence to say. */
const MOST_WORDS = 60;
const LONGEST_QUOTE = 90;

/**
 * What a teacher's own sentence does: whether it shows the tip, what else it shows, what it might do unwanted and in
 * which words, and how it could also be said (`better`). In Markdown.
 */
export function sentenceFeedback(
  turn: DialogTurn,
  plan: Plan,
  { tip, sentence, better }: { readonly tip: TipId; readonly sentence: string; readonly better: string | null },
): string {
  const { memory, t } = turn;
  const { locale } = memory;
  const { shown, others, unwanted, isTakenBack } = judgedSentence(turn, plan, tip, sentence);
  const pressing = unwanted.length === 0 ? pressingIn(turn, sentence) : null;
  const moves = others.map(({ name }) => name[locale]).join(', ');
  return [
    shown && !isTakenBack
      ? t('prepare.feedback.shown', { move: shown.name[locale], does: shown.does[locale] })
      : t(shown ? 'prepare.feedback.noted' : 'prepare.feedback.notSeen'),
    ...(others.length > 0 ? [t('prepare.feedback.also', { moves })] : []),
    ...(isTakenBack ? [t('prepare.feedback.takenBack')] : []),
    ...unwanted.map(({ name, does, quote }) =>
      t('prepare.feedback.unwanted', { quote: shortened(quote), move: name[locale], does: does[locale] }),
    ),
    ...(pressing ? [t('prepare.feedback.pressing', { words: pressing })] : []),
    ...(sentence.split(/\s+/u).length > MOST_WORDS ? [t('prepare.longAnswer')] : []),
    ...(better
      ? [t(`prepare.feedback.${isOwn(sentence, better) ? 'better' : 'instead'}`, { better: plain(better) })]
      : []),
    t('prepare.feedback.keep'),
  ].join('\n\n');
}

function shortened(quote: string): string {
  const words = plain(quote.trim());
  return words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE).replace(/\s\S*$/u, '')} …`;
}

/** Whether something that the teacher wrote is still in it. */
function isOwn(sentence: string, better: string): boolean {
  const parts = sentence
    .toLowerCase()
    .split(/[.!?…]|,?\s(?:maar|but)\s/iu)
    .map((part) => part.replace(/\s+/gu, ' ').trim());
  return parts.some((part) => part !== '' && better.toLowerCase().includes(part));
}
