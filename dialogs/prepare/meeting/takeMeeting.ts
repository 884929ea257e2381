import type { DialogTurn } from '../../dialogTurn.ts';
import { dateInWords } from '../../toolbox/plannedFor.ts';
import type { Meeting } from '../plan.ts';
import { type MeetingFound, meetingIn } from './meetingIn.ts';

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
 * Reads when the talk is. A day and a time may come in two answers: `earlier` is what was said before. Everything that
 * is not a day and a time to come gets a next step.
 */
export function takeMeeting(turn: DialogTurn, said: string, earlier: string | undefined): TakenMeeting {
  const found = meetingIn(said, turn.at);
  if (found.kind === 'moment' || earlier === undefined) return taken(turn, said, found);
  const both = `${earlier} ${said}`;
  const together = meetingIn(both, turn.at);
  const completes = together.kind === 'moment' && (found.kind === 'time' || found.kind === 'day');
  return completes ? taken(turn, both, together) : taken(turn, said, found);
}

function taken(turn: DialogTurn, words: string, found: MeetingFound): TakenMeeting {
  const { t } = turn;
  const inWords = (start: string) => dateInWords(turn, { start });
  const ask = (key: string, slots: Readonly<Record<string, string>> = {}): TakenMeeting => ({
    meeting: null,
    words,
    reply: t(`prepare.meeting.${key}`, slots),
    stays: true,
  });
  switch (found.kind) {
    case 'moment':
      return { ...ask('noted', { when: inWords(found.start) }), meeting: { start: found.start }, stays: false };
    case 'day':
      return { ...ask('noTime', { when: inWords(found.start) }), meeting: { start: found.start } };
    case 'time':
      return ask('noDay', { time: turn.memory.locale === 'nl' ? found.time.replace(':', '.') : found.time });
    case 'past':
    case 'weekday':
      return ask(found.kind, { when: capital(inWords(found.start)) });
    case 'several':
      return ask('several', { days: found.days.map(inWords).join('; ') });
    case 'none':
      return ask('none');
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
