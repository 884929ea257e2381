import type { Activity } from 'botbuilder-core';
import { guideSays, type Suggestion } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';
import { daysAfter } from '../prepare/meeting/namedDays.ts';
import { plain } from '../rehearse/parentLine.ts';
import { dayIn } from './dayIn.ts';
import { dayInTalk } from './dayInTalk.ts';
import { type KeptPromise, openPromises, withPromise } from './promises.ts';
import { promisesCard } from './promisesCard.ts';

const WAYS = ['done', 'later', 'drop'] as const;
type Way = (typeof WAYS)[number];
/** How far `later` moves a promise when no day is named. */
const LATER_DAYS = 7;

/** What was asked of the list of promises. */
export interface PromiseRequest {
  /** From 1, in the order of the list. */
  readonly number: number;
  readonly way: Way;
  /** What stands behind it: for `later` perhaps a day. */
  readonly rest: string;
}

/** Reads `2 gedaan`, `2 later vrijdag` or `2 drop`; null for anything else. */
export function readPromiseRequest(texts: DialogTurn['texts'], argument: string): PromiseRequest | null {
  const [, number = '', words = ''] = /^(\d{1,2}) (.{1,60})$/u.exec(argument.trim()) ?? [];
  for (const way of WAYS) {
    for (const t of [texts('nl'), texts('en')]) {
      const word = t(`afterwards.word.${way}`).toLowerCase();
      const isIt = words === word || words.startsWith(`${word} `);
      if (isIt) return { number: Number(number), way, rest: words.slice(word.length).trim() };
    }
  }
  return null;
}

/** The list of what was promised, after doing what was asked of one of them. */
export function promisesMessage(turn: DialogTurn, argument: string): Partial<Activity> {
  const asked = readPromiseRequest(turn.texts, argument);
  const reply = asked ? settle(turn, asked) : '';
  const text = [reply, listed(turn)].filter(Boolean).join('\n\n');
  return onCard(turn, guideSays(turn.memory.locale, 'plan', text, { suggestions: waysOn(turn) }), reply);
}

function onCard(turn: DialogTurn, message: Partial<Activity>, reply: string): Partial<Activity> {
  const { memory, t } = turn;
  const promises = openPromises(memory.promises);
  const none = promises.length === 0;
  return withCard(turn, message, () =>
    promisesCard(turn, {
      heading: t('cards.promises.heading'),
      lead: [reply, ...(none ? [t('afterwards.list.none')] : [])].filter(Boolean).join('\n\n'),
      after: none ? '' : t('afterwards.list.how'),
      promises,
      ways: waysOn(turn).slice(none ? 0 : WAYS.length),
    }),
  );
}

/** Switches reminders off or on, and says so. */
export function remindersSwitched(turn: DialogTurn, off: boolean): Partial<Activity> {
  const { memory, t } = turn;
  memory.reminders = { ...memory.reminders, off };
  const other = off ? 'on' : 'off';
  return guideSays(memory.locale, 'notice', t(`afterwards.reminders.${off ? 'off' : 'on'}`), {
    suggestions: [
      { title: t(`afterwards.way.${other}`), value: t(`afterwards.word.${other}`) },
      { title: t('afterwards.way.list'), value: t('afterwards.word.promises') },
    ],
  });
}

function settle(turn: DialogTurn, { number, way, rest }: PromiseRequest): string {
  const { memory, t } = turn;
  const promise = openPromises(memory.promises)[number - 1];
  if (!promise) return t('afterwards.list.unknown', { number });
  const what = plain(promise.what);
  if (way === 'later') {
    const due = dayIn(rest, turn.at) ?? daysAfter(laterFrom(promise, turn.at), LATER_DAYS);
    memory.promises = withPromise(memory.promises, promise.id, { due });
    return t('afterwards.list.later', { what, day: dayInTalk(due, memory.locale) });
  }
  memory.promises = withPromise(memory.promises, promise.id, { status: way === 'done' ? 'done' : 'dropped' });
  return t(`afterwards.list.${way}`, { what });
}

/** A day that has been is no day to count from. */
function laterFrom({ due }: KeptPromise, at: string): string {
  const today = amsterdamDay(new Date(at));
  return due !== null && due > today ? due : today;
}

function listed({ memory, t }: DialogTurn): string {
  const open = openPromises(memory.promises);
  if (open.length === 0) return t('afterwards.list.none');
  const lines = open.map(({ what, due, talk }, index) => {
    const facts = [due ? dayInTalk(due, memory.locale) : t('afterwards.list.someday'), ...(talk ? [plain(talk)] : [])];
    return `${index + 1}. ${plain(what)} (${facts.join(', ')})`;
  });
  return [t('afterwards.list.heading'), lines.join('\n'), t('afterwards.list.how')].join('\n\n');
}

/** For the first of them, which is due first; for the others one types their number. */
function waysOn({ memory, t }: DialogTurn): readonly Suggestion[] {
  const open = openPromises(memory.promises);
  const first = WAYS.map((way) => ({
    title: `1. ${t(`afterwards.way.${way}`)}`,
    value: `${t('afterwards.word.promise')} 1 ${t(`afterwards.word.${way}`)}`,
  }));
  const other = memory.reminders?.off ? 'on' : 'off';
  return [
    ...(open.length > 0 ? first : []),
    { title: t(`afterwards.way.${other}`), value: t(`afterwards.word.${other}`) },
    { title: t('dialogs.menu.afterwards'), value: t('dialogs.word.afterwards') },
  ];
}
