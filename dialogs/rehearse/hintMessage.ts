import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Tip } from '../../content/schema/tip.ts';
import { guideSays } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { heatOf } from '../engine/heatOf.ts';
import type { Hint } from '../engine/hint.ts';
import { hintCard } from './hintCard.ts';
import type { Talking } from './rehearseState.ts';
import { sayingsFor } from './sayingsFor.ts';

/** A hint by degrees: first what to look at, then which tip, then two sentences that fit this moment. */
export function hintMessage(turn: DialogTurn, scenario: Scenario, state: Talking, hint: Hint): Partial<Activity> {
  const { rehearsal, hints } = state;
  const { locale } = rehearsal;
  const t = turn.texts(locale);
  const tip = tipOf(turn, hint);
  const look = t(`dialogs.hint.look.${hint.look}`);

  if (hints === 0) return say(t('dialogs.hint.first', { look }));
  turn.memory.cited = { kind: 'tip', tip: tip.id };
  if (hints === 1) return say(t('dialogs.hint.second', { tip: tip.name[locale], what: tip.what[locale] }));

  const tension = rehearsal.turns.at(-1)?.state.tension ?? rehearsal.start.tension;
  const sentences = sayingsFor(tip, scenario, { heat: heatOf(tension), locale, turn: hints });
  return say(t('dialogs.hint.third', { first: sentences[0] ?? '', second: sentences[1] ?? '' }));

  function say(text: string): Partial<Activity> {
    const message = guideSays(locale, 'hint', text, { turn: rehearsal.turns.length });
    return withCard(turn, message, () => hintCard(t, text, { ...state, hints: hints + 1 }));
  }
}

function tipOf({ content }: DialogTurn, { tip: id }: Hint): Tip {
  const tip = content.tips.find((candidate) => candidate.id === id);
  if (!tip) throw new Error(`Content holds no tip ${id}.`);
  return tip;
}
