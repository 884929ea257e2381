import type { QuestionTopic } from '../../content/schema/hearing.ts';
import type { Line } from '../../content/schema/line.ts';
import type { Move } from '../../content/schema/move.ts';
import type { Fact } from '../../content/schema/scenario.ts';
import { pressConcern, raiseConcern } from './chooseInitiative.ts';
import { mayBeTold } from './isUnlocked.ts';
import { mayComeUp } from './mayComeUp.ts';
import type { Moment } from './moment.ts';
import { onTheTable } from './onTheTable.ts';
import { pickLine } from './pickLine.ts';
import { onlyOne, voiceOfConcern } from './voices.ts';

type Topics = readonly Fact['topic'][];

/** What a question of this kind invites the parent to tell about. */
const INVITED_BY_MOVE: Partial<Record<Move, Topics>> = {
  'explicit-expectations': ['wish'],
  'appeal-responsibility': ['agreement'],
};
/** What a question about this invites the parent to tell about; what is left out, the parent answers in a few words. */
const INVITED_BY_TOPIC: Partial<Record<QuestionTopic, Topics>> = {
  invitation: ['incident', 'child', 'home', 'feeling'],
  'at-home': ['child', 'home'],
  feeling: ['feeling'],
  help: ['wish', 'agreement'],
};
/** Questions that ask to tell something, even where they sound like an appeal to do it. */
const TO_TELL: readonly QuestionTopic[] = ['invitation', 'help'];
const ANYTHING: Topics = ['incident', 'child', 'home', 'feeling'];
/** Questions in which there is room to bring up what weighs. */
const LEAVES_ROOM: readonly (QuestionTopic | null)[] = ['invitation', 'feeling', 'view', 'anything-else'];

/**
 * The answer to the teacher's question, or null when the parent has none. The first that there is a line for:
 *
 * | the question | the answer |
 * | --- | --- |
 * | is about a fact within the trust | tells it; asked again, tells it in other words |
 * | is about a fact beyond the trust | keeps it back |
 * | leaves room, with nothing left on the table, or to one voice that has more to say | brings up a concern |
 * | asks for a view, or whether there is anything else | comes back to what is on the table |
 * | invites to tell anything, with something on the table | tells what belongs to that, or comes back to it |
 * | invites to tell about something | tells the next fact of that kind, those about the matter on the table first |
 * | is open and about nothing in particular | tells what belongs to the matter on the table |
 * | is open and about something unknown | does not know; see `tellInstead` |
 * | is about something else that people ask | a few words about that |
 * | is anything else | does not know, or says why not |
 *
 * `invited`: whether the parent is in the mood to tell more than was asked.
 */
export function chooseAnswer(moment: Moment, invited: boolean): Line | null {
  for (const fact of expectedFirst(moment)) {
    const line = answerAbout(fact, moment);
    if (line !== null) return line;
  }
  if (moment.question === 'appeal-responsibility' && moment.topic === null) {
    const own = answerAppeal(moment);
    if (own !== null) return own;
  }
  const told =
    invited && moment.facts.length === 0 && !moment.repeats && !moment.unknown ? answerInvitation(moment) : null;
  return told ?? pickLine(moment, { part: 'answer', only: (line) => isGeneral(line) && !line.when.trust });
}

/** Asked what is expected, a fact of that kind is meant before any other; asked to do something, but to tell, no other is meant. */
function expectedFirst({ facts, question, topic, scenario }: Moment): readonly string[] {
  const meant = question === null ? undefined : INVITED_BY_MOVE[question];
  if (meant === undefined) return facts;
  const isMeant = (id: string) => scenario.facts.some((fact) => fact.id === id && meant.includes(fact.topic));
  const meansOthers = question !== 'appeal-responsibility';
  if (!meansOthers && topic !== null && TO_TELL.includes(topic)) return facts;
  return [...facts.filter(isMeant), ...facts.filter((id) => meansOthers && !isMeant(id))];
}

/** Asked for something unknown: says so, and tells what comes closest; empty when there are no words for that. */
export function tellInstead(moment: Moment): readonly Line[] {
  if (!moment.unknown || moment.repeats) return [];
  const told = moment.near === null ? tellNext(ANYTHING, moment, false) : tellFirst(moment.near, moment);
  const first = pickLine(moment, { part: 'reaction', only: ({ when }) => when.unknown === true });
  return told === null || first === null ? [] : [first, told];
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
  const { topic, question, state } = moment;
  const isOpen = topic === null && question === 'ask-open-question';
  const waiting = onTheTable(state) !== null && !hasOwnConcern(moment);
  if (!waiting && (isOpen || LEAVES_ROOM.includes(topic))) {
    const raised = raiseConcern(moment);
    if (raised !== null) return raised;
  }
  if (topic === 'anything-else' || topic === 'view') return pressConcern(moment);
  if (topic === 'invitation' && waiting)
    return tellNext(ANYTHING, moment, true) ?? pressConcern(moment) ?? tellNext(ANYTHING, moment, false);
  const invited = (topic !== null && INVITED_BY_TOPIC[topic]) || byMove(moment);
  if (invited) return tellNext(invited, moment, false);
  return isOpen || (topic === null && moment.touched) ? tellNext(ANYTHING, moment, true) : null;
}

/** An appeal to nothing in particular is to what the parent could do: the first in the scenario that takes some trust. */
function answerAppeal(moment: Moment): Line | null {
  const own = moment.scenario.facts.find(({ topic, trust }) => topic === 'agreement' && trust > 0);
  return own === undefined ? null : answerAbout(own.id, { ...moment, facts: [own.id] });
}

/** Whether the one voice that is turned to still has a concern of its own to bring up. */
function hasOwnConcern({ scenario, agenda, state, addressed }: Moment): boolean {
  const voice = onlyOne(addressed);
  const table = onTheTable(state) ?? undefined;
  if (voice === null || voiceOfConcern(table, scenario) === voice) return false;
  return agenda.concerns.some((id) => voiceOfConcern(id, scenario) === voice && mayComeUp(scenario, agenda, state, id));
}

function byMove({ topic, question }: Moment): Topics | undefined {
  return question !== null && (topic === null || topic in INVITED_BY_TOPIC) ? INVITED_BY_MOVE[question] : undefined;
}

/** The next fact of these kinds; with `atHand` only what belongs to the matter on the table. */
function tellNext(topics: Topics, moment: Moment, atHand: boolean): Line | null {
  const { scenario, state, concerns } = moment;
  const untold = scenario.facts.filter(({ id, topic }) => topics.includes(topic) && !state.told.includes(id));
  const isAtHand = ({ concern }: Fact) => concern !== undefined && concerns.includes(concern);
  const others = atHand ? [] : untold.filter((fact) => !isAtHand(fact));
  return tellFirst(
    [...untold.filter(isAtHand), ...others].map(({ id }) => id),
    moment,
  );
}

/** The first of these facts that is new and for which there is a line that may be said now. */
function tellFirst(facts: readonly string[], moment: Moment): Line | null {
  for (const id of facts) {
    const line = moment.state.told.includes(id) ? null : tell(id, moment);
    if (line !== null) return line;
  }
  return null;
}

function tell(fact: string, moment: Moment): Line | null {
  return pickLine(moment, { part: 'answer', only: ({ tells }) => tells === fact });
}
