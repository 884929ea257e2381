import type { Scenario } from '../../content/schema/scenario.ts';
import { afterReply } from './afterReply.ts';
import { atDifficulty } from './atDifficulty.ts';
import { chooseReply } from './chooseReply.ts';
import { composeReply } from './composeReply.ts';
import { endReason } from './endReason.ts';
import { momentAfter } from './moment.ts';
import { occasionOf } from './occasion.ts';
import type { Reading } from './reading.ts';
import type { Effect, Rehearsal, Turn } from './rehearsal.ts';
import { surelyRead } from './surelyRead.ts';
import { weigh } from './weigh.ts';

/**
 * The teacher speaks: the words are weighed, the parent answers, and the talk may end. For a talk still going on.
 * `seconds`: on the clock, in a timed talk.
 */
export function takeTurn(
  scenario: Scenario,
  rehearsal: Rehearsal,
  reading: Reading,
  seconds: number | null = null,
): readonly [next: Rehearsal, effects: readonly Effect[]] {
  const heard = surelyRead(scenario, reading);
  const occasion = occasionOf(atDifficulty(scenario, rehearsal.difficulty), rehearsal, heard);
  const weighed = weigh(occasion);
  const ended = endReason(occasion, weighed.state, isTimeUp(rehearsal, seconds));
  const moment = momentAfter(occasion, weighed, rehearsal.opening, ended);
  const lines = chooseReply(moment);
  const state = afterReply(scenario, occasion.agenda, weighed.state, lines);
  const { number } = occasion;
  const reply = composeReply(lines, { ...moment, state });
  const turn: Turn = { number, reading: heard, ledger: weighed.ledger, state, reply, seconds };
  const next: Rehearsal = {
    ...rehearsal,
    turns: [...rehearsal.turns, turn],
    phase: ended === null ? 'talking' : 'ended',
    ended,
  };
  const said: readonly Effect[] = [
    { type: 'parent-says', text: reply.text, turn: number },
    { type: 'ledger', turn: number, lines: weighed.ledger },
  ];
  return [next, ended === null ? said : [...said, { type: 'open-debrief', reason: ended }]];
}

function isTimeUp({ minutes }: Rehearsal, seconds: number | null): boolean {
  return minutes !== null && seconds !== null && seconds >= minutes * 60;
}
