import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Debrief } from '../engine/debrief.ts';
import type { Evidence, Rehearsal } from '../engine/rehearsal.ts';
import type { Translate } from '../texts.ts';
import { plain } from './parentLine.ts';

/** A change of tension as small as this is called about the same. */
const ABOUT_THE_SAME = 5;
const FEELS = ['calmer', 'same', 'hotter'] as const;
type Feel = (typeof FEELS)[number];

/**
 * How it ended, the teacher's own words at the moments that moved most, and the question how it went. It does not say
 * yet which of those moments helped.
 */
export function askEstimate(turn: DialogTurn, rehearsal: Rehearsal, report: Debrief): Partial<Activity> {
  const t = turn.texts(rehearsal.locale);
  const moments = momentsThatMoved(rehearsal).map(
    ({ turn: number, quote }) => `- ${t('dialogs.estimate.moment', { turn: number, quote: plain(quote) })}`,
  );
  const text = [
    t(`dialogs.debrief.ended.${report.ended}`),
    [t('dialogs.estimate.moments'), ...moments].join('\n'),
    t('dialogs.estimate.ask'),
  ].join('\n\n');
  return guideSays(rehearsal.locale, 'debrief', text, { suggestions: answers(t) });
}

/** The question once more, after something else came in between. */
export function askEstimateAgain(turn: DialogTurn, { locale }: Rehearsal): Partial<Activity> {
  const t = turn.texts(locale);
  return guideSays(locale, 'notice', t('dialogs.estimate.still'), { suggestions: answers(t) });
}

/** The teacher's own estimate beside what the model says; without an estimate only the latter. */
export function besideEstimate(t: Translate, said: string | null, report: Debrief): string {
  const from = report.curve[0]?.tension ?? 0;
  const to = report.curve.at(-1)?.tension ?? from;
  const feel = feelOf(to - from);
  const model = t(`dialogs.estimate.model.${feel}`, { from, to });
  if (said === null) return model;
  const guess = guessIn(t, said);
  const own = t('dialogs.estimate.own', { said: plain(said.slice(0, 300)) });
  if (guess === null) return [own, model].join(' ');
  return [own, model, t(guess === feel ? 'dialogs.estimate.alike' : 'dialogs.estimate.unlike')].join(' ');
}

function answers(t: Translate) {
  return [
    ...FEELS.map((feel) => t(`dialogs.estimate.answer.${feel}`)).map((title) => ({ title, value: title })),
    { title: t('dialogs.estimate.skip'), value: t('dialogs.word.next') },
  ];
}

function feelOf(change: number): Feel {
  if (Math.abs(change) < ABOUT_THE_SAME) return 'same';
  return change < 0 ? 'calmer' : 'hotter';
}

/** What the answer says of the parent's tension, by the words for it; null when it says none, or more than one. */
function guessIn(t: Translate, said: string): Feel | null {
  const words = said.toLowerCase();
  const found = FEELS.filter((feel) =>
    t(`dialogs.estimate.words.${feel}`)
      .split('|')
      .some((word) => words.includes(word)),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The turns at which tension fell most and rose most, in their order; the first turn when nothing moved. */
function momentsThatMoved({ turns, start }: Rehearsal): readonly Evidence[] {
  const moved = turns.map(({ number, reading, state }, index) => ({
    turn: number,
    quote: reading.utterance,
    change: state.tension - (turns[index - 1]?.state ?? start).tension,
  }));
  const sorted = moved.toSorted((a, b) => a.change - b.change);
  const ends = [sorted[0], sorted.at(-1)].filter((moment) => moment !== undefined && moment.change !== 0);
  const kept = ends.length > 0 ? ends : moved.slice(0, 1);
  return moved.filter((moment) => kept.includes(moment) && moment.quote.trim() !== '');
}
