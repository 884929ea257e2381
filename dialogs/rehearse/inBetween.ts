import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Rehearsal, Try } from '../engine/rehearsal.ts';
import { newTryCard } from './newTryCard.ts';

type Feelings = Try['curve'][number];
const CLEAR = 3;

/** After the first sentence of a new try: what that one did, beside the sentence it stands in for. */
export function newTry(turn: DialogTurn, rehearsal: Rehearsal): readonly Partial<Activity>[] {
  const { turns, tries, start, locale } = rehearsal;
  const last = tries.at(-1);
  if (last === undefined || turns.length !== last.from + 1) return [];
  const from = turns.at(-2)?.state ?? start;
  const now = turns.at(-1)?.state ?? from;
  const was = last.curve[1] ?? from;
  const t = turn.texts(locale);
  const both = t('dialogs.tries.both', {
    from: from.tension,
    was: was.tension,
    now: now.tension,
    trustFrom: from.trust,
    trustWas: was.trust,
    trustNow: now.trust,
  });
  const words = [both, t(`dialogs.tries.${comparedTo(was, now)}`)].join('\n\n');
  return [withCard(turn, guideSays(locale, 'notice', words), () => newTryCard(t, words, rehearsal))];
}

/** Only a clear difference counts, and relief that costs trust is not better. */
function comparedTo(was: Feelings, now: Feelings): 'better' | 'worse' | 'other' {
  const calmer = was.tension - now.tension;
  const closer = now.trust - was.trust;
  if (calmer + closer >= CLEAR && calmer > -CLEAR && closer > -CLEAR) return 'better';
  return calmer + closer <= -CLEAR && calmer < CLEAR && closer < CLEAR ? 'worse' : 'other';
}

/** How the tension went in a try that is being taken back, in words. */
export function triedSoFar(turn: DialogTurn, tried: Try, locale: Rehearsal['locale']): string {
  const from = tried.curve[0]?.tension ?? 0;
  const to = tried.curve.at(-1)?.tension ?? from;
  return turn.texts(locale)('dialogs.tries.kept', { from, to });
}

/** In a timed talk, each time another minute of it is left, and no more often. */
export function timeLeft(turn: DialogTurn, { minutes, turns, locale }: Rehearsal): readonly Partial<Activity>[] {
  const now = turns.at(-1)?.seconds ?? null;
  if (minutes === null || now === null) return [];
  const before = turns.at(-2)?.seconds ?? 0;
  const left = Math.ceil(minutes - now / 60);
  if (left < 1 || left === Math.ceil(minutes - before / 60)) return [];
  const key = left === 1 ? 'dialogs.timed.lastMinute' : 'dialogs.timed.left';
  return [guideSays(locale, 'notice', turn.texts(locale)(key, { minutes: left }))];
}
