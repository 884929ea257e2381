import type { Activity } from 'botbuilder-core';
import { guideSays } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Debrief } from '../engine/debrief.ts';
import type { Evidence, Rehearsal } from '../engine/rehearsal.ts';
import type { Translate } from '../texts.ts';
import { estimateCard } from './estimateCard.ts';
import { plain } from './parentLine.ts';
import type { Estimating } from './rehearseState.ts';
import { standingOfTalk } from './standingOfTalk.ts';

/** A change of tension as small as this is called about the same. */
const ABOUT_THE_SAME = 5;
/** As many of the own sentences as one takes in at a glance. */
const MOST_MOMENTS = 6;
const LONGEST_QUOTE = 300;
const FEELS = ['calmer', 'same', 'hotter'] as const;
type Feel = (typeof FEELS)[number];

/**
 * How it ended, the teacher's own words at the moments that moved most, and the question how it went. It does not say
 * yet which of those moments helped.
 */
export function askEstimate(turn: DialogTurn, state: Estimating, report: Debrief): Partial<Activity> {
  const { rehearsal } = state;
  const t = turn.texts(rehearsal.locale);
  const moments = momentsThatMoved(rehearsal).map(
    ({ turn: number, quote }) => `- ${t('dialogs.estimate.moment', { turn: number, quote: plain(quote) })}`,
  );
  const lead = [
    t(`dialogs.debrief.ended.${report.ended === 'time-is-up' && report.good ? 'enoughInTime' : report.ended}`),
    [t('dialogs.estimate.moments'), ...moments].join('\n'),
  ].join('\n\n');
  const text = [lead, t('dialogs.estimate.ask')].join('\n\n');
  const message = guideSays(rehearsal.locale, 'debrief', text, { suggestions: answers(t) });
  return onCard(turn, state, message, lead);
}

/** The question once more, after something else came in between. */
export function askEstimateAgain(turn: DialogTurn, state: Estimating): Partial<Activity> {
  const { locale } = state.rehearsal;
  const t = turn.texts(locale);
  const text = t('dialogs.estimate.still');
  return onCard(turn, state, guideSays(locale, 'notice', text, { suggestions: answers(t) }), text);
}

function onCard(turn: DialogTurn, state: Estimating, message: Partial<Activity>, lead: string): Partial<Activity> {
  const t = turn.texts(state.rehearsal.locale);
  const feels = FEELS.map((feel) => t(`dialogs.estimate.answer.${feel}`));
  return withCard(turn, message, () => estimateCard(t, lead, feels, standingOfTalk(state)));
}

/** The teacher's own estimate beside what the model says; without an estimate only the latter. */
export function besideEstimate(t: Translate, said: string | null, report: Debrief): string {
  const from = report.curve[0]?.tension ?? 0;
  const to = report.curve.at(-1)?.tension ?? from;
  const feel = feelOf(to - from);
  const model = t(`dialogs.estimate.model.${feel}`);
  if (said === null) return model;
  const guess = guessIn(t, said);
  const own = t('dialogs.estimate.own', { said: plain(said.slice(0, 300)) });
  if (guess === null) return [own, model].join('\n\n');
  const beside = t(`dialogs.estimate.${likeness(guess, feel)}`);
  return [own, `${model} ${beside}`].join('\n\n');
}

function answers(t: Translate) {
  return [
    ...FEELS.map((feel) => t(`dialogs.estimate.answer.${feel}`)).map((title) => ({ title, value: title })),
    { title: t('dialogs.estimate.skip'), value: t('dialogs.word.next') },
  ];
}

function likeness(guess: Feel, feel: Feel): 'alike' | 'near' | 'unlike' {
  if (guess === feel) return 'alike';
  return guess === 'same' || feel === 'same' ? 'near' : 'unlike';
}

function feelOf(change: number): Feel {
  if (Math.abs(change) < ABOUT_THE_SAME) return 'same';
  return change < 0 ? 'calmer' : 'hotter';
}

/** What the answer says of the parent's tension, by the words for it; null when it says none, denies it, or says more than one. */
function guessIn(t: Translate, said: string): Feel | null {
  const words = said.toLowerCase();
  const not = t('dialogs.estimate.words.not');
  const found = FEELS.filter((feel) => {
    const named = t(`dialogs.estimate.words.${feel}`);
    return new RegExp(named, 'u').test(words) && !new RegExp(`(${not}) (\\S+ )?(${named})`, 'u').test(words);
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What the teacher said, in its order; of a longer talk the turns that moved the parent most, up or down. */
function momentsThatMoved({ turns, start }: Rehearsal): readonly Evidence[] {
  return turns
    .map(({ number, reading, state }, index) => {
      const before = turns[index - 1]?.state ?? start;
      const change = Math.abs(state.tension - before.tension) + Math.abs(state.trust - before.trust);
      return { turn: number, quote: reading.utterance.slice(0, LONGEST_QUOTE), change };
    })
    .toSorted((a, b) => b.change - a.change)
    .slice(0, MOST_MOMENTS)
    .toSorted((a, b) => a.turn - b.turn);
}
