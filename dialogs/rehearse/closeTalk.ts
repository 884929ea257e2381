import { OWN_CASE } from '../../content/ownCase/ownScenario.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { beforeOf } from '../engine/beforeOf.ts';
import { makeDebrief } from '../engine/makeDebrief.ts';
import { askEstimate } from './estimate.ts';
import { keptRehearsal } from './keptRehearsal.ts';
import { lastState } from './parentLine.ts';
import type { Held } from './rehearseState.ts';
import type { TalkStep } from './talkStep.ts';
import { whatNow } from './whatNow.ts';

const MOST_REMEMBERED = 50;

/** Closes a talk that has ended: it is remembered, and the teacher is asked first how it went. */
export function closeTalk(turn: DialogTurn, scenario: Scenario, held: Held): TalkStep {
  const { rehearsal, rehearsalId } = held;
  const report = makeDebrief(scenario, rehearsal);
  turn.services.record.rehearsalEnded({
    id: rehearsalId,
    reason: report.ended,
    kept: keptRehearsal(scenario, rehearsal, report),
  });
  if (rehearsal.turns.length === 0) {
    const text = turn.texts(rehearsal.locale)('dialogs.debrief.nothingSaid');
    const suggestions = whatNow(turn, held).filter(({ needsTurns }) => !needsTurns);
    return {
      messages: [guideSays(rehearsal.locale, 'debrief', text, { suggestions })],
      state: { ...held, step: 'debriefed' },
    };
  }
  const earlier = turn.memory.rehearsed
    .filter((talk) => talk.rehearsalId !== rehearsalId)
    .map(({ before: _, ...talk }) => talk);
  turn.memory.rehearsed = [
    ...earlier,
    {
      rehearsalId,
      scenario: scenario.id,
      ...(scenario.id === OWN_CASE && turn.memory.plan ? { plan: turn.memory.plan.id } : {}),
      endedAt: turn.at,
      ended: report.ended,
      turns: rehearsal.turns.length,
      tension: { from: rehearsal.start.tension, to: lastState(rehearsal).tension },
      tryNext: report.nextStep.tip,
      before: beforeOf(rehearsal),
    },
  ].slice(-MOST_REMEMBERED);
  const state = { ...held, step: 'estimating' } as const;
  return { messages: [askEstimate(turn, state, report)], state };
}
