import { TIPS } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';
import { daysAfter } from '../prepare/meeting/namedDays.ts';
import { namesIn } from '../prepare/namesIn.ts';
import { nicknameIn } from '../prepare/plan.ts';
import { plain } from '../rehearse/parentLine.ts';
import { CONTACT_DAYS, CONTACTS, plannedTalk, tipsToTry, WHENS } from './askStep.ts';
import { dayIn } from './dayIn.ts';
import { type Agreement, DOERS, type Doer, type LookingBack, WENT } from './lookBack.ts';
import { type Step, stepAfter, tipAt } from './steps.ts';

/** What an answer leads to: the look back with it, and the next step; null when all has been asked. */
export interface Taken {
  readonly back: LookingBack;
  readonly step: Step | null;
  /** What was understood, when that is worth saying; said before the next question. */
  readonly reply?: string;
}

/** Takes in what was answered at a step. Null when it cannot be understood there: then it is asked again. */
export function takeAnswer(turn: DialogTurn, back: LookingBack, step: Step, said: string): Taken | null {
  const tip = tipAt(step);
  if (tip) {
    if (isOneOf(turn, said, 'unsure')) return { back, step: stepAfter(step) };
    const went = WENT.find((one, index) => isWent(turn, said, one) || said === String(index + 1));
    return went ? { back: { ...back, tips: { ...back.tips, [tip]: went } }, step: stepAfter(step) } : null;
  }
  switch (step) {
    case 'talk':
      return aboutTalk(turn, back, said);
    case 'name':
      return named(turn, back, isAnswer(turn, said, 'noName') ? null : said);
    case 'agreed':
      return agreed(turn, back, said);
    case 'agreed-who':
      return withDoer(turn, back, said);
    case 'agreed-when':
      return agreedWhen(turn, back, said);
    case 'promised':
      return promised(turn, back, said);
    case 'promised-when':
      return promisedWhen(turn, back, said);
    case 'contact':
      return contact(turn, back, said);
    default:
      return nextTime(turn, back, said);
  }
}

function aboutTalk(turn: DialogTurn, back: LookingBack, said: string): Taken {
  const { plan } = turn.memory;
  const first = stepAfter('talk');
  const choices = [...plannedTalk(turn).map(({ value }) => value), turn.t('afterwards.answer.other')];
  const number = choices.findIndex((choice, index) => same(choice, said) || said === String(index + 1));
  if (plan && number === 0 && choices.length > 1) {
    return { back: { ...back, talk: nicknameIn(plan), planId: plan.id }, step: first };
  }
  if (number >= 0 || isAnswer(turn, said, 'other')) return { back, step: 'name' };
  return named(turn, back, said);
}

/** A name that was typed in it stays, and the teacher hears that it need not. */
function named(turn: DialogTurn, back: LookingBack, said: string | null): Taken {
  const talk = said === null || isOneOf(turn, said, 'unsure') ? null : said;
  const names = namesIn(turn.content, talk ?? '', '')
    .map(plain)
    .join(', ');
  const reply = names === '' ? {} : { reply: turn.t('afterwards.names', { names }) };
  return { back: { ...back, talk }, step: stepAfter('talk'), ...reply };
}

/** What is still asked of an agreement or a promise is left out; what was typed of it is kept. */
export function withoutDetails(turn: DialogTurn, back: LookingBack, step: Step): Taken | null {
  const { open } = back;
  if (!open) return null;
  return step === 'promised-when' ? keepPromise(turn, back, open) : keepAgreement(turn, back, open);
}

function agreed(turn: DialogTurn, back: LookingBack, said: string): Taken {
  if (isOneOf(turn, said, 'said.yes')) return { back, step: 'agreed', reply: turn.t('afterwards.unclear.words') };
  if (isNothing(turn, said)) return { back, step: stepAfter('agreed') };
  if (isAnswer(turn, said, 'fromPlan')) return { back: withPlanned(turn, back), step: 'agreed' };
  return { back: { ...back, open: { what: said, who: null, due: dayIn(said, turn.at) } }, step: 'agreed-who' };
}

function withPlanned({ memory }: DialogTurn, back: LookingBack): LookingBack {
  const who = { school: 'me', parent: 'parent', both: 'both' } as const;
  const known = new Set(back.agreements.map(({ what }) => what));
  const added = (memory.plan?.agreements ?? [])
    .filter(({ words }) => !known.has(words))
    .map(
      (one): Agreement => ({
        what: one.words,
        who: one.who ? who[one.who] : null,
        due: one.due?.slice(0, 10) ?? null,
      }),
    );
  return { ...back, agreements: [...back.agreements, ...added] };
}

function withDoer(turn: DialogTurn, back: LookingBack, said: string): Taken | null {
  const who = doerIn(turn, said);
  if (!who || !back.open) return null;
  const open = { ...back.open, who };
  return open.due === null ? { back: { ...back, open }, step: 'agreed-when' } : keepAgreement(turn, back, open);
}

function agreedWhen(turn: DialogTurn, back: LookingBack, said: string): Taken | null {
  const due = whenIn(turn, said);
  if (due === undefined || !back.open) return null;
  return keepAgreement(turn, back, { ...back.open, due });
}

function keepAgreement(turn: DialogTurn, back: LookingBack, agreement: Agreement): Taken {
  const agreements = [...back.agreements, agreement];
  return { back: { ...back, agreements, open: null }, step: 'agreed', reply: turn.t('afterwards.noted') };
}

function promised(turn: DialogTurn, back: LookingBack, said: string): Taken {
  if (isOneOf(turn, said, 'said.yes')) return { back, step: 'promised', reply: turn.t('afterwards.unclear.words') };
  if (isNothing(turn, said)) return { back, step: stepAfter('promised') };
  const due = dayIn(said, turn.at);
  if (due === null) return { back: { ...back, open: { what: said, who: 'me', due } }, step: 'promised-when' };
  return keepPromise(turn, back, { what: said, due });
}

function promisedWhen(turn: DialogTurn, back: LookingBack, said: string): Taken | null {
  const due = whenIn(turn, said);
  if (due === undefined || !back.open) return null;
  return keepPromise(turn, back, { what: back.open.what, due });
}

function keepPromise(turn: DialogTurn, back: LookingBack, promise: LookingBack['promises'][number]): Taken {
  const promises = [...back.promises, { what: promise.what, due: promise.due }];
  return { back: { ...back, promises, open: null }, step: 'promised', reply: turn.t('afterwards.noted') };
}

function contact(turn: DialogTurn, back: LookingBack, said: string): Taken {
  const step = stepAfter('contact');
  if (isAnswer(turn, said, 'contact.none') || isNothing(turn, said)) return { back, step };
  const chosen = CONTACTS.find((one) => isAnswer(turn, said, `contact.${one}`));
  const due = chosen ? daysAfter(today(turn), CONTACT_DAYS[chosen]) : dayIn(said, turn.at);
  const what = chosen ? turn.t(`afterwards.contact.${chosen}`) : said;
  return { back: { ...back, promises: [...back.promises, { what, due }] }, step, reply: turn.t('afterwards.noted') };
}

/** Who does not know gets the tip that went least well, as something to try. */
function nextTime(turn: DialogTurn, back: LookingBack, said: string): Taken {
  const { content, memory, t } = turn;
  if (!isAnswer(turn, said, 'dontKnow') && !isOneOf(turn, said, 'unsure'))
    return { back: { ...back, next: said }, step: null };
  const id = tipsToTry(back)[0] ?? TIPS[1];
  const tip = content.tips.find((known) => known.id === id)?.name[memory.locale] ?? id;
  return { back: { ...back, next: tip }, step: null, reply: t('afterwards.perhaps', { tip }) };
}

/** A day, null for none, or undefined when no day can be found in it. */
function whenIn(turn: DialogTurn, said: string): string | null | undefined {
  if (isAnswer(turn, said, 'when.none')) return null;
  for (const [name, days] of Object.entries(WHENS)) {
    if (isAnswer(turn, said, `when.${name}`)) return daysAfter(today(turn), days);
  }
  return dayIn(said, turn.at) ?? undefined;
}

function doerIn(turn: DialogTurn, said: string): Doer | undefined {
  return DOERS.find((doer, index) => isAnswer(turn, said, `who.${doer}`) || said === String(index + 1));
}

/** One of the ways to say something that stand under this key, a bar between them. */
function isOneOf({ texts }: DialogTurn, said: string, key: string): boolean {
  return [texts('nl'), texts('en')].some((t) =>
    t(`afterwards.${key}`)
      .split('|')
      .some((words) => same(words, said)),
  );
}

function isWent(turn: DialogTurn, said: string, went: (typeof WENT)[number]): boolean {
  return isAnswer(turn, said, `went.${went}`) || isOneOf(turn, said, `said.${went}`);
}

function isNothing(turn: DialogTurn, said: string): boolean {
  const answers = ['nothing', 'noMore'].some((key) => isAnswer(turn, said, key));
  return answers || isOneOf(turn, said, 'said.nothing') || isOneOf(turn, said, 'unsure');
}

function isAnswer({ texts }: DialogTurn, said: string, key: string): boolean {
  return [texts('nl'), texts('en')].some((t) => same(t(`afterwards.answer.${key}`), said));
}

function same(first: string, second: string): boolean {
  const folded = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/(?<![.!])[.!]+$/u, '');
  return folded(first) === folded(second);
}

function today({ at }: DialogTurn): string {
  return amsterdamDay(new Date(at));
}
