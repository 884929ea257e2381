import type { DialogTurn } from '../dialogTurn.ts';
import { amsterdamDay, amsterdamMoment } from '../keepsakes/amsterdamTime.ts';
import type { KeepsakeEvent } from '../keepsakes/keepsake.ts';
import { childIn } from './childIn.ts';
import { isToCome, meetingIn } from './meeting/meetingIn.ts';
import { daysAfter } from './meeting/namedDays.ts';
import type { Plan } from './plan.ts';
import { prepareIn } from './prepareSteps.ts';
import { rehearsalDays } from './rehearsalDays.ts';

const MEETING_MINUTES = 45;
const REHEARSAL_MINUTES = 15;
const CALL_MINUTES = 10;
/** After school. */
const REHEARSAL_TIME = '16:30';
/** When it is later than that today. */
const EVENING_TIME = '20:00';
const CALL_TIME = '16:00';
/** Days after the talk, when the plan names no moment. */
const CALL_AFTER = 7;

/** What goes into a calendar, in order of time: two rehearsals, the talk, and the call after it. Nothing without a day to come. */
export function planEvents(turn: DialogTurn, plan: Plan): readonly KeepsakeEvent[] {
  const { meeting } = plan;
  if (!meeting || !isToCome(meeting.start, turn.at)) return [];

  const child = childIn(turn, plan);
  const text = (name: string) => textOf(turn, name).replaceAll('{child}', child);
  const opening = plan.sentences.find(({ tip }) => tip === 'show-understanding')?.sentence;
  const talk = {
    title: text('event-meeting'),
    start: meeting.start,
    minutes: MEETING_MINUTES,
    ...(opening ? { description: opening } : {}),
  };
  const call = {
    title: text('event-call'),
    start: callStart(plan, meeting.start),
    minutes: CALL_MINUTES,
    description: text('event-call-about'),
  };
  return [...rehearsals(turn, meeting.start, text), talk, call];
}

/** The texts of the page by name. Throws when there is none. */
export function textOf({ content, memory }: DialogTurn, name: string): string {
  const found = prepareIn(content).walk.texts[name];
  if (!found) throw new Error(`The walk to a plan has no text ${name}.`);
  return found[memory.locale];
}

function rehearsals(turn: DialogTurn, start: string, text: (name: string) => string): readonly KeepsakeEvent[] {
  const today = amsterdamDay(new Date(turn.at));
  const isBefore = (time: string) => Date.parse(turn.at) < amsterdamMoment(`${today}T${time}`).getTime();
  const days = rehearsalDays(today, start.slice(0, 10), isBefore(EVENING_TIME));
  return days.map((day, index) => ({
    title: text(days.length === 1 ? 'event-rehearsal' : `event-rehearsal-${index + 1}`),
    start: `${day}T${day > today || isBefore(REHEARSAL_TIME) ? REHEARSAL_TIME : EVENING_TIME}`,
    minutes: REHEARSAL_MINUTES,
    description: text('event-rehearsal-about'),
  }));
}

/** The moment after the talk that the teacher named for staying within reach, or agreed; else a week after. */
function callStart(plan: Plan, start: string): string {
  const day = start.slice(0, 10);
  const said = plan.answers['be-reachable'];
  const named = said?.at === undefined ? { kind: 'none' as const } : meetingIn(said.words, said.at);
  const dates = [...('start' in named ? [named.start] : []), ...plan.agreements.flatMap(({ due }) => due ?? [])];
  const after = dates.find((date) => date.slice(0, 10) > day) ?? daysAfter(day, CALL_AFTER);
  return after.includes('T') ? after : `${after}T${CALL_TIME}`;
}
