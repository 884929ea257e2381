import type { DialogTurn } from '../../dialogTurn.ts';
import { dateInWords } from '../../toolbox/plannedFor.ts';
import type { Meeting, Plan } from '../plan.ts';
import { isToCome, type MeetingFound, meetingIn } from './meetingIn.ts';

/** What came of an answer to when the talk is. */
export interface TakenMeeting {
  readonly meeting: Meeting | null;
  /** The words to keep: what was said, with what was said before it when both are needed. */
  readonly words: string;
  /** In Markdown. */
  readonly reply: string;
  /** Whether the same is asked once more. */
  readonly stays: boolean;
}

/**
 * Reads when the talk is. A day and a time may come in two answers: `plan` holds what was said before, and a day in it
 * stays until another takes its place. Everything that is not a day and a time to come gets a next step.
 */
export function takeMeeting(turn: DialogTurn, said: string, { answers, meeting }: Told): TakenMeeting {
  const found = meetingIn(said, turn.at);
  const earlier = answers['meeting']?.words;
  if (found.kind === 'moment' || earlier === undefined) return taken(turn, said, found, null);
  const both = `${earlier} ${said}`;
  const together = meeting && found.kind === 'time' ? onDay(turn, meeting, found.time) : meetingIn(both, turn.at);
  const completes = together.kind === 'moment' && (found.kind === 'time' || found.kind === 'day');
  if (completes) return taken(turn, both, together, null);
  return taken(turn, said, found, meeting);
}

/** What a plan holds of it. */
type Told = Pick<Plan, 'answers' | 'meeting'>;

function onDay({ at }: DialogTurn, { start }: Meeting, time: string): MeetingFound {
  const moment = `${start.slice(0, 10)}T${time}`;
  return { kind: isToCome(moment, at) ? 'moment' : 'past', start: moment };
}

function taken(turn: DialogTurn, words: string, found: MeetingFound, earlier: Meeting | null): TakenMeeting {
  const { t } = turn;
  const inWords = (start: string) => dateInWords(turn, { start });
  const ask = (key: string, slots: Readonly<Record<string, string>> = {}): TakenMeeting => ({
    meeting: earlier,
    words,
    reply: t(`prepare.meeting.${key}`, slots),
    stays: true,
  });
  switch (found.kind) {
    case 'moment':
      return { ...ask('noted', { when: inWords(found.start) }), meeting: { start: found.start }, stays: false };
    case 'day':
      if (earlier?.start.startsWith(`${found.start}T`)) {
        return { ...ask('noted', { when: inWords(earlier.start) }), stays: false };
      }
      return { ...ask('noTime', { when: inWords(found.start) }), meeting: { start: found.start } };
    case 'time':
      return ask('noDay', { time: turn.memory.locale === 'nl' ? found.time.replace(':', '.') : found.time });
    case 'past':
    case 'weekday':
      return ask(found.kind, { when: capital(inWords(found.start)) });
    case 'several':
      return ask('several', { days: found.days.map(inWords).join('; ') });
    case 'none':
      return earlier ? ask('keeps', { when: capital(inWords(earlier.start)) }) : ask('none');
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
