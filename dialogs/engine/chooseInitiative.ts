import type { Line } from '../../content/schema/line.ts';
import { LATITUDES } from './fitOf.ts';
import { mayComeUp } from './mayComeUp.ts';
import type { Moment } from './moment.ts';
import { onTheTable } from './onTheTable.ts';
import { pickLine } from './pickLine.ts';
import { voiceOfConcern } from './voices.ts';

const STRICT = LATITUDES.slice(0, 1);

/** Brings up the next concern that may come up: one that the teacher touched first, then one of who is asked, then in the agenda's order. */
export function raiseConcern(moment: Moment): Line | null {
  const { scenario, agenda, state, concerns, addressed, asked } = moment;
  const open = agenda.concerns.filter((id) => mayComeUp(scenario, agenda, state, id));
  const isAddressed = (id: string) => asked && addressed.includes(voiceOfConcern(id, scenario) ?? '');
  for (const id of [...open.filter((one) => concerns.includes(one)), ...open.filter(isAddressed), ...open]) {
    const line = pickLine(moment, { part: 'initiative', only: ({ raises }) => raises === id });
    if (line !== null) return line;
  }
  return null;
}

/** Comes back to what is on the table and was not heard, or null when nothing is, or the teacher speaks of it just now. */
export function pressConcern(moment: Moment): Line | null {
  const concern = onTheTable(moment.state);
  if (concern === null || (moment.touched && moment.concerns.includes(concern))) return null;
  const isAboutIt = ({ when, raises }: Line) => when.concern === concern || raises === concern;
  return pickLine({ ...moment, concerns: [concern] }, { part: 'initiative', only: isAboutIt });
}

/** Comes back on a promise that nobody can keep. */
export function recallPromise(moment: Moment): Line | null {
  return pickLine(moment, { part: 'initiative', only: ({ when }) => when.promised === true });
}

/** The one who is passed over speaks up, or null when nobody is. */
export function speakUp(moment: Moment): Line | null {
  if (moment.overlooked === null) return null;
  const free = { ...moment, addressed: [] };
  return pickLine(free, { part: 'initiative', only: ({ when }) => when.overlooked !== undefined });
}

/** Asks how to go on, as fits the phase; never brings up anything new. */
export function askHowToGoOn(moment: Moment): Line | null {
  const isPlain = ({ raises, tells, when }: Line) =>
    !raises && !tells && !when.concern && !when.promised && !when.overlooked;
  return pickLine(moment, { part: 'initiative', only: isPlain, latitudes: STRICT });
}
