import type { Activity } from 'botbuilder-core';
import { TIPS } from '../../content/schema/move.ts';
import { guideSays, type Suggestion } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { nicknameIn } from '../prepare/plan.ts';
import { plain } from '../rehearse/parentLine.ts';
import { DOERS, type LookingBack, WENT } from './lookBack.ts';
import { type Step, stepOf, tipAt } from './steps.ts';

/** Small moments of contact that are proposed, by their name in the content. */
export const CONTACTS = ['door', 'call', 'message'] as const;
/** As many days ahead as each is proposed for. */
export const CONTACT_DAYS: Readonly<Record<(typeof CONTACTS)[number], number>> = { door: 1, call: 7, message: 14 };
/** Days ahead that can be pressed. */
export const WHENS = { tomorrow: 1, week: 7, twoWeeks: 14 } as const;
/** As many tips as are offered to try next time. */
const MOST_TRIED = 3;

/** The question of a step with everything that can be pressed: six buttons at most. `before`: said first. */
export function askStep(turn: DialogTurn, back: LookingBack, before?: string): Partial<Activity> {
  const step = stepOf(back);
  const text = [...(before ? [before] : []), question(turn, back, step)].join('\n\n');
  return guideSays(turn.memory.locale, 'plan', text, { suggestions: waysOn(turn, back, step) });
}

function question(turn: DialogTurn, back: LookingBack, step: Step): string {
  const { content, memory, t } = turn;
  const id = tipAt(step);
  if (id) {
    const tip = content.tips.find((known) => known.id === id);
    const planned = memory.plan?.id === back.planId ? memory.plan?.sentences.find((one) => one.tip === id) : undefined;
    return [
      t('afterwards.ask.tip', {
        number: TIPS.indexOf(id) + 1,
        name: tip?.name[memory.locale] ?? id,
        what: tip?.what[memory.locale] ?? '',
      }),
      ...(planned ? [t('afterwards.ask.planned', { sentence: plain(planned.sentence) })] : []),
    ].join('\n\n');
  }
  switch (step) {
    case 'agreed-who':
    case 'agreed-when':
    case 'promised-when':
      return t(`afterwards.ask.${step}`, { what: plain(back.open?.what ?? '') });
    case 'agreed':
      return t(back.agreements.length > 0 ? 'afterwards.ask.agreedMore' : 'afterwards.ask.agreed');
    case 'promised':
      return t(back.promises.length > 0 ? 'afterwards.ask.promisedMore' : 'afterwards.ask.promised');
    default:
      return t(`afterwards.ask.${step}`);
  }
}

function waysOn(turn: DialogTurn, back: LookingBack, step: Step): readonly Suggestion[] {
  const { t } = turn;
  const own = answersTo(turn, back, step);
  const ways = step === 'talk' ? [t('tools.word.stop')] : [t('tools.word.back'), t('tools.word.stop')];
  return [...own, ...ways.map((title) => ({ title, value: title }))];
}

function answersTo(turn: DialogTurn, back: LookingBack, step: Step): readonly Suggestion[] {
  const { t, memory } = turn;
  const say = (...keys: readonly string[]) =>
    keys.map((key) => ({ title: t(`afterwards.answer.${key}`), value: t(`afterwards.answer.${key}`) }));
  if (tipAt(step)) return say(...WENT.map((went) => `went.${went}`));
  switch (step) {
    case 'talk':
      return [...plannedTalk(turn), ...say('other'), promisesButton(turn)];
    case 'name':
      return say('noName');
    case 'agreed':
      return say(...(canTakeOver(turn, back) ? ['fromPlan'] : []), back.agreements.length > 0 ? 'noMore' : 'nothing');
    case 'promised':
      return say(back.promises.length > 0 ? 'noMore' : 'nothing');
    case 'agreed-who':
      return say(...DOERS.map((doer) => `who.${doer}`));
    case 'agreed-when':
    case 'promised-when':
      return say('when.tomorrow', 'when.week', 'when.twoWeeks', 'when.none');
    case 'contact':
      return say(...CONTACTS.map((contact) => `contact.${contact}`), 'contact.none');
    default:
      return [...tipsToTry(back).map((id) => tipButton(turn, id)), ...say('dontKnow')].slice(0, 4);
  }

  function tipButton({ content }: DialogTurn, id: string): Suggestion {
    const name = content.tips.find((tip) => tip.id === id)?.name[memory.locale] ?? id;
    return { title: name, value: name };
  }
}

function promisesButton({ t }: DialogTurn): Suggestion {
  return { title: t('afterwards.way.list'), value: t('afterwards.word.promises') };
}

/** The talk that was planned last, under the name it has there. */
export function plannedTalk({ memory, t }: DialogTurn): readonly Suggestion[] {
  if (!memory.plan) return [];
  const name = nicknameIn(memory.plan);
  const title = name === null ? t('afterwards.answer.planned') : t('afterwards.answer.plannedFor', { name });
  return [{ title, value: title }];
}

/** Whether the plan holds agreements that this look back does not have yet. */
function canTakeOver({ memory }: DialogTurn, back: LookingBack): boolean {
  const { plan } = memory;
  if (!plan || plan.id !== back.planId) return false;
  return plan.agreements.some(({ words }) => back.agreements.every(({ what }) => what !== words));
}

/** Tips that went less well, the hardest first. */
export function tipsToTry({ tips }: LookingBack) {
  const went = (wanted: string) => TIPS.filter((id) => tips[id] === wanted);
  return [...went('not'), ...went('half'), ...went('unused')].slice(0, MOST_TRIED);
}
