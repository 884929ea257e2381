import type { TipId } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { withoutName } from '../tips/withoutName.ts';
import { childIn } from './childIn.ts';
import { feelingOf } from './exampleFor.ts';
import { judgedSentence } from './judgedSentence.ts';
import type { Plan } from './plan.ts';
import { tipOf } from './prepareSteps.ts';
import { pressingIn } from './pressingIn.ts';

/** Fewer words than this say nothing by themselves. */
const FEWEST = 3;
/** Fewer than this are a word, no sentence. */
const FEWEST_ALONE = 2;
/** The word order of a question, mark or none: "weet u hoe het komt", "what do you think". */
const ASKS =
  /^(?:(?:wat|hoe|waarom|wanneer|wie|waar|what|how|why|when|who|where) )?(?:weet|kunt|kan|wilt|wil|zou|zoudt|heeft|hebt|mag|vindt|merkt|ziet|denkt|bent|do|does|did|can|could|would|will|have|has|may|are|is) (?:u|jij|je|jullie|ik|wij|we|you|i)(?!\p{L})/iu;
/** More than this is no sentence: there is no bettering it word by word. */
const MOST_CHARACTERS = 400;

/**
 * The teacher's own sentence at a tip, bettered by pattern: what harms is left out, and a sentence of the tip is put
 * behind it. Only the teacher's words and those of the tip are in it. Null when there is nothing to better, or
 * nothing that the recognizer would call better.
 */
export function betterSentence(turn: DialogTurn, plan: Plan, tip: TipId, sentence: string): string | null {
  const own = sentence.replace(/\s+/gu, ' ').trim();
  const judged = (text: string) => judgedSentence(turn, plan, tip, text);
  const { shown, isKind } = judged(own);
  if (shown && isKind) return null;

  const isKeeping = (part: string) => judged(part).isKind && pressingIn(turn, part) === null;
  const kept = own.length > MOST_CHARACTERS ? '' : withoutHarm(own, isKeeping);
  const { lead, tail } = wordsAround(turn, plan, tip);
  const isBetter = (text: string) => {
    const now = judged(text);
    return text !== own && now.shown !== null && now.isKind;
  };
  const withOwn = kept === '' ? [] : [[kept], [beforeQuestion(kept, lead)], [kept, tail], [kept, lead, tail]];
  return (
    [...withOwn, [lead, tail], [tail], [lead]]
      .map((parts) => parts.filter((part) => part !== '').join(' '))
      .find(isBetter) ?? null
  );
}

/** A question comes last, for the parent to answer: what is said stands before it. */
function beforeQuestion(text: string, said: string): string {
  const question = /(?<![^.!?…])[^.!?…]+\?$/u.exec(text)?.[0] ?? '';
  return [text.slice(0, text.length - question.length), said, question]
    .map((part) => part.trim())
    .join(' ')
    .trim();
}

function wordsAround(turn: DialogTurn, plan: Plan, tip: TipId) {
  const { locale } = turn.memory;
  const { lead, tail } = tipOf(turn.content, tip);
  const feeling = feelingOf(plan);
  const first = lead.find((one) => one.feeling === feeling) ?? lead.find((one) => one.feeling === undefined);
  const child = childIn(turn, plan);
  return { lead: withoutName(first?.text[locale] ?? '', child), tail: withoutName(tail[locale], child) };
}

/** The sentences, or the halves before a "but", that may stay; each with its full stop. */
function withoutHarm(text: string, isKind: (part: string) => boolean): string {
  return (text.match(/[^.!?…]+[.!?…]*\s*/gu) ?? [])
    .map((part) => part.trim())
    .flatMap((part) => {
      if (part.split(' ').length < FEWEST_ALONE) return [];
      if (isKind(part)) return [closed(part)];
      const [half = ''] = part.split(/,?(?<!\s)\s+(?:maar|but)\s+/iu);
      const isSomething = half !== part && half.split(' ').length >= FEWEST;
      return isSomething && isKind(half) ? [closed(half.replace(/(?<![,;:\s])[,;:\s]+$/u, ''))] : [];
    })
    .join(' ');
}

/** With a capital, and with the mark that it was typed without. */
function closed(sentence: string): string {
  const mark = /[.!?…]$/u.test(sentence) ? '' : ASKS.test(sentence) ? '?' : '.';
  return sentence.charAt(0).toUpperCase() + sentence.slice(1) + mark;
}
