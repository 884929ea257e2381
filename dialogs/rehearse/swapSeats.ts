import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { heatOf } from '../engine/heatOf.ts';
import type { Turn } from '../engine/rehearsal.ts';
import { changeInWords } from './ledgerWords.ts';
import { plain, quotedReply } from './parentLine.ts';
import type { Held, Swapped } from './rehearseState.ts';
import { whereWeWere } from './talk.ts';
import type { TalkStep } from './talkStep.ts';
import { whatNow } from './whatNow.ts';

/** The teacher takes the parent's chair: the talk comes by once more, turn by turn, from that side. */
export function swapSeats(turn: DialogTurn, scenario: Scenario, held: Held): TalkStep {
  const { locale, turns, opening, phase } = held.rehearsal;
  const t = turn.texts(locale);
  const from = phase === 'talking' ? 'talking' : 'debriefed';
  const text = [
    t('dialogs.swap.begin', { parent: scenario.parent.name[locale] }),
    t('dialogs.swap.opening', { line: quotedReply(opening) }),
    t('dialogs.swap.thought', { thought: opening.thought || feeling(t, held.rehearsal.start.tension) }),
  ].join('\n\n');
  if (turns.length === 0) {
    return {
      messages: [guideSays(turn.memory.locale, 'notice', turn.t('dialogs.swap.nothing'))],
      state: { ...held, step: from },
    };
  }
  return {
    messages: [guideSays(locale, 'notice', text, { suggestions: steps(turn, held) })],
    state: { ...held, step: 'swapped', at: 0, from },
  };
}

/** The next turn from the parent's chair, or back to one's own once all have come by. */
export function nextFromThere(turn: DialogTurn, state: Swapped): TalkStep {
  const shown = state.rehearsal.turns[state.at];
  if (shown === undefined) return standUp(turn, state);
  const before = state.rehearsal.turns[state.at - 1]?.state ?? state.rehearsal.start;
  const next: Swapped = { ...state, at: state.at + 1 };
  const message = fromTheirChair(turn, state, shown, before.tension);
  return { messages: [message], state: next };
}

/** Back to one's own chair. */
export function standUp(turn: DialogTurn, { at: _, from, ...held }: Swapped): TalkStep {
  const { locale } = held.rehearsal;
  const text = turn.texts(locale)('dialogs.swap.end');
  if (from === 'talking') {
    return {
      messages: [guideSays(locale, 'notice', text), ...whereWeWere(turn, held)],
      state: { ...held, step: from },
    };
  }
  return {
    messages: [guideSays(locale, 'notice', text, { suggestions: whatNow(turn, held) })],
    state: { ...held, step: from },
  };
}

/** Where one is, after something else came in between. */
export function whereInTheirChair(turn: DialogTurn, state: Swapped): Partial<Activity> {
  const text = turn.texts(state.rehearsal.locale)('dialogs.swap.still');
  return guideSays(state.rehearsal.locale, 'notice', text, { suggestions: steps(turn, state) });
}

function fromTheirChair(turn: DialogTurn, state: Swapped, shown: Turn, before: number): Partial<Activity> {
  const { locale, turns } = state.rehearsal;
  const t = turn.texts(locale);
  const { number, reading, reply, ledger, state: parent } = shown;
  const heard = [...new Set(ledger.flatMap(({ move }) => move ?? []))].flatMap(
    (move) => turn.content.moves.find(({ id }) => id === move)?.name[locale] ?? [],
  );
  const text = [
    t('dialogs.swap.turn', { turn: number, turns: turns.length }),
    t('dialogs.swap.said', { quote: plain(reading.utterance) || '…' }),
    ...(heard.length > 0 ? [t('dialogs.swap.heard', { moves: heard.join(', ') })] : []),
    t('dialogs.swap.thought', { thought: reply.thought || feeling(t, parent.tension) }),
    t('dialogs.swap.changed', { change: changeInWords(ledger, t), from: before, to: parent.tension }),
    t('dialogs.swap.answered', { line: quotedReply(reply) }),
  ].join('\n\n');
  return guideSays(locale, 'notice', text, { suggestions: steps(turn, state) });
}

function steps(turn: DialogTurn, { rehearsal }: Held) {
  const t = turn.texts(rehearsal.locale);
  return [
    { title: t('dialogs.swap.next'), value: t('dialogs.word.next') },
    { title: t('dialogs.swap.leave'), value: 'stop' },
  ];
}

/** Every turn has a thought: where no line fits, the feeling itself. */
function feeling(t: (key: string) => string, tension: number): string {
  return t(`dialogs.swap.feels.${heatOf(tension)}`);
}
