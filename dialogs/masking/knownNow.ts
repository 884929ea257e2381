import type { DialogInstance } from 'botbuilder-dialogs';
import type { Content } from '../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Memory } from '../memory.ts';
import { nicknameFrom } from '../prepare/nicknameFrom.ts';
import { nicknameIn } from '../prepare/plan.ts';
import { PREPARE } from '../prepare/prepareDialog.ts';
import { REHEARSE, stateOf } from '../rehearse/rehearseDialog.ts';
import type { Masker } from './createMasker.ts';

const STEP_OF_NICKNAME = 'nickname';

/** Names and words that may stay in what is typed now, and the language of its placeholders. */
export interface KnownNow {
  readonly known: readonly string[];
  readonly locale: Locale;
}

/**
 * Makes what says which names are nobody's own at this moment: the children of all scenarios, everybody in the scenario that is
 * rehearsed, nicknames that the teacher chose, and what the teacher left in. `chosen`: a nickname that comes along in a form.
 */
export function createKnownNow(
  { scenarios }: Pick<Content, 'scenarios'>,
  mask: Masker,
): (memory: Memory, text: string, chosen?: string) => KnownNow {
  const children = scenarios.map(({ child }) => child.name);
  const byScenario = new Map<string, readonly string[]>();

  function inScenario(id: string): readonly string[] {
    const scenario = scenarios.find((one) => one.id === id);
    const names = byScenario.get(id) ?? (scenario ? namesIn(scenario, mask) : []);
    byScenario.set(id, names);
    return names;
  }

  return (memory, text, chosen = '') => {
    const top = memory.dialogs.dialogStack.at(-1);
    const talk = talkIn(top);
    const plans = [...(memory.earlierPlans ?? []), ...(memory.plan ? [memory.plan] : [])];
    const isNaming = top?.id === PREPARE && memory.plan?.at === STEP_OF_NICKNAME;
    const named = chosen || (isNaming ? text : '');
    const [nickname = ''] = nicknameFrom(named)?.split(' ') ?? [];
    const known = [
      ...children,
      ...(talk ? inScenario(talk.scenario) : []),
      ...plans.map((plan) => nicknameIn(plan) ?? ''),
      nickname,
      ...(memory.leftIn ?? []),
    ];
    return { known: known.filter((name) => name !== ''), locale: talk?.locale ?? memory.locale };
  };
}

function talkIn(top: DialogInstance | undefined): { readonly scenario: string; readonly locale: Locale } | undefined {
  if (top?.id !== REHEARSE) return undefined;
  const state = stateOf(top);
  return state.step === 'choosing' ? undefined : { scenario: state.rehearsal.scenario, locale: state.rehearsal.locale };
}

/** Everybody who is named in a scenario, by the masker itself. */
function namesIn(scenario: Scenario, mask: Masker): readonly string[] {
  const names = new Set<string>([scenario.child.name, ...(scenario.voices ?? []).map(({ firstName }) => firstName)]);
  const look = (value: unknown, locale: Locale | null): void => {
    if (typeof value === 'string') {
      if (locale) for (const { kind, text } of mask(value, locale).spans) if (kind === 'name') names.add(text);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) look(inner, LOCALES.find((one) => one === key) ?? locale);
    }
  };
  look(scenario, null);
  return [...names];
}
