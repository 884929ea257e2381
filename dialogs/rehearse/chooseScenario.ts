import type { Activity } from 'botbuilder-core';
import { LOCALES } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays, type Suggestion } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { ownTalkLine } from '../prepare/ownTalkMessages.ts';
import { scenarioChoiceCard } from './scenarioChoiceCard.ts';

/**
 * The scenario that was meant: by number in the list, id, title, or a part of the title of at least four letters that
 * only one of them has. With one scenario, that one. Null when unclear.
 */
export function chooseScenario(scenarios: readonly Scenario[], wanted: string): Scenario | null {
  const only = scenarios.length === 1 ? scenarios[0] : undefined;
  if (only) return only;

  const said = wanted.trim().toLowerCase();
  const byNumber = /^\d{1,3}$/u.test(said) ? scenarios[Number(said) - 1] : undefined;
  const exact = byNumber ?? scenarios.find((scenario) => namesOf(scenario).includes(said));
  if (exact) return exact;
  if (said.length < 4) return null;

  const matches = scenarios.filter((scenario) => namesOf(scenario).some((name) => name.includes(said)));
  return matches.length === 1 ? (matches[0] ?? null) : null;
}

/** The list to choose from, with the number of each scenario as a button. */
export function scenarioChoice(turn: DialogTurn): Partial<Activity> {
  const { content, memory, t } = turn;
  const { locale } = memory;
  const list = content.scenarios.map(
    ({ title, summary }, index) => `${index + 1}. **${title[locale]}**  \n   ${summary[locale]}`,
  );
  const text = [t('dialogs.rehearse.choose'), ...ownTalkLine(turn), ...list].join('\n\n');
  const message = guideSays(locale, 'menu', text, { suggestions: numbers(turn) });
  return withCard(turn, message, () => scenarioChoiceCard(turn, t('cards.choice.lead')));
}

/** The question once more, without the list that stands above. `ask` is its message key. */
export function choiceAgain(turn: DialogTurn, ask: string): Partial<Activity> {
  const message = guideSays(turn.memory.locale, 'menu', turn.t(ask), { suggestions: numbers(turn) });
  return withCard(turn, message, () => scenarioChoiceCard(turn, turn.t(ask)));
}

function numbers({ content, memory }: DialogTurn): readonly Suggestion[] {
  return content.scenarios.map(({ title }, index) => ({ title: String(index + 1), value: title[memory.locale] }));
}

/** Whether a scenario is named, and nothing else is said: its number in the list, id or title. */
export function isNamed(scenarios: readonly Scenario[], id: string, said: string): boolean {
  const wanted = said.trim().toLowerCase();
  const index = scenarios.findIndex((scenario) => scenario.id === id);
  const scenario = scenarios[index];
  return scenario !== undefined && (wanted === String(index + 1) || namesOf(scenario).includes(wanted));
}

function namesOf(scenario: Scenario): readonly string[] {
  return [scenario.id, ...LOCALES.map((locale) => scenario.title[locale].toLowerCase())];
}
