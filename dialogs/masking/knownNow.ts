import type { DialogInstance } from 'botbuilder-dialogs';
import type { Content } from '../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Memory } from '../memory.ts';
import { nicknameFrom } from '../prepare/nicknameFrom.ts';
import { nicknameIn } from '../prepare/plan.ts';
import { PREPARE } from '../prepare/prepareDialog.ts';
import { REHEARSE, stateOf } from '../rehearse/rehearseDialog.ts';

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
export function createKnownNow({
  scenarios,
  masking,
}: Pick<Content, 'scenarios' | 'masking'>): (memory: Memory, text: string, chosen?: string) => KnownNow {
  const children = scenarios.map(({ child }) => child.name);
  const alsoWords = new Set(LOCALES.flatMap((locale) => masking?.locales[locale].lists.alsoWords ?? []));
  const firstNames = new Set((masking?.firstNames ?? []).filter((name) => !alsoWords.has(name)));
  const byScenario = new Map<string, readonly string[]>();

  function inScenario(id: string): readonly string[] {
    const scenario = scenarios.find((one) => one.id === id);
    const names = byScenario.get(id) ?? (scenario ? namesIn(scenario, firstNames) : []);
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

/** Who is named inside a sentence has a capital there. */
const INSIDE = /(?<=[\p{Ll},] )\p{Lu}[\p{Ll}\p{M}]+/gu;
const FIRST = /^\p{Lu}[\p{Ll}\p{M}]+/u;

/** Everybody who is named in a scenario: with a capital inside a sentence, or by a listed first name where one begins. */
function namesIn(scenario: Scenario, firstNames: ReadonlySet<string>): readonly string[] {
  const names = new Set<string>([scenario.child.name, ...(scenario.voices ?? []).map(({ firstName }) => firstName)]);
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const [name] of value.matchAll(INSIDE)) names.add(name);
      const [first = ''] = FIRST.exec(value) ?? [];
      if (firstNames.has(first.toLowerCase())) names.add(first);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(scenario);
  return [...names];
}
