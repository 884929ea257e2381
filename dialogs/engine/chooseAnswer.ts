import type { Line } from '../../content/schema/line.ts';
import type { Move } from '../../content/schema/move.ts';
import type { Fact } from '../../content/schema/scenario.ts';
import { raiseConcern } from './chooseInitiative.ts';
import { mayBeTold } from './isUnlocked.ts';
import type { Moment } from './moment.ts';
import { onTheTable } from './onTheTable.ts';
import { pickLine } from './pickLine.ts';

/** What a general question of this kind invites the parent to tell about. */
const INVITES: Partial<Record<Move, readonly Fact['topic'][]>> = {
  'ask-open-question': ['incident', 'child', 'home', 'feeling'],
  'explicit-expectations': ['wish'],
  'appeal-responsibility': ['agreement'],
};

/**
 * The answer to the teacher's question, or null when the parent has none. The first that there is a line for:
 *
 * | the question | the answer |
 * | --- | --- |
 * | is about a fact within the trust | tells it; asked again, tells it in other words |
 * | is about a fact beyond the trust | keeps it back |
 * | is open, with nothing left on the table | brings up a concern |
 * | is open | tells the next fact of the kind that it invites, those about the matter on the table first |
 * | is anything else | does not know, or says why not |
 *
 * `invited`: whether the parent is in the mood to tell more than was asked.
 */
export function chooseAnswer(moment: Moment, invited: boolean): Line | null {
  for (const fact of moment.facts) {
    const line = answerAbout(fact, moment);
    if (line !== null) return line;
  }
  const told = invited && moment.facts.length === 0 ? answerInvitation(moment) : null;
  return told ?? pickLine(moment, { part: 'answer', only: (line) => isGeneral(line) && !line.when.trust });
}

function answerAbout(fact: string, moment: Moment): Line | null {
  const telling = mayBeTold(fact, moment);
  if (telling) return tell(fact, moment);
  const keepsBack = pickLine(moment, { part: 'answer', only: ({ tells, when }) => !tells && when.fact === fact });
  return (
    keepsBack ??
    pickLine(moment, { part: 'answer', only: (line) => isGeneral(line) && line.when.trust?.max !== undefined })
  );
}

function isGeneral({ tells, when }: Line): boolean {
  return tells === undefined && when.fact === undefined && when.again === undefined;
}

function answerInvitation(moment: Moment): Line | null {
  const topics = moment.question === null ? undefined : INVITES[moment.question];
  if (topics === undefined || moment.repeats) return null;
  const opening = moment.question === 'ask-open-question' && onTheTable(moment.state) === null;
  return (opening ? raiseConcern(moment) : null) ?? tellNext(topics, moment);
}

function tellNext(topics: readonly Fact['topic'][], moment: Moment): Line | null {
  const { scenario, state, concerns } = moment;
  const untold = scenario.facts.filter(({ id, topic }) => topics.includes(topic) && !state.told.includes(id));
  const isAtHand = ({ concern }: Fact) => concern !== undefined && concerns.includes(concern);
  for (const { id } of [...untold.filter(isAtHand), ...untold.filter((fact) => !isAtHand(fact))]) {
    const line = tell(id, moment);
    if (line !== null) return line;
  }
  return null;
}

function tell(fact: string, moment: Moment): Line | null {
  return pickLine(moment, { part: 'answer', only: ({ tells }) => tells === fact });
}
