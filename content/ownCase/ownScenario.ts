import type { Line } from '../schema/line.ts';
import type { Locale } from '../schema/locale.ts';
import type { AnyOwnCase, CaseKind, OwnCase } from '../schema/ownCase.ts';
import type { Concern, ScenarioFile } from '../schema/scenario.ts';
import type { PersonaType } from '../schema/state.ts';

/** Id of every scenario made from own answers; no scenario in a folder may be called so. */
export const OWN_CASE = 'own-case';

/** What a scenario of a teacher's own needs to know of the answers. */
export interface OwnAnswers {
  readonly kind: CaseKind;
  readonly parent: PersonaType;
  /** Null: the usual one. It is the only word of the teacher that comes into the parent's mouth. */
  readonly nickname: string | null;
  /** What happened and what the talk is for, as typed; shown to the teacher as quotes, and never said by the parent. */
  readonly what: string | null;
  readonly goal: string | null;
  /** Words by which the teacher may touch the first concern, beside those of its kind. */
  readonly about: readonly string[];
}

/** A scenario as its author would have written it: the file, and its lines. */
export interface OwnScenario {
  readonly scenario: ScenarioFile;
  readonly lines: readonly Line[];
}

const MAX_TURNS = 25;
/** Of no meaning in the talk: it says no age. */
const AGE = 8;
/** More of what the teacher typed than this stands in the plan, not in the briefing. */
const LONGEST_QUOTE = 300;

/** Puts a scenario together from what is true of any case, of its kind, and the answers. Throws on an unknown kind. */
export function ownScenario(
  any: AnyOwnCase,
  kinds: readonly OwnCase[],
  answers: OwnAnswers,
  locale: Locale,
): OwnScenario {
  const kind = kinds.find(({ id }) => id === answers.kind);
  const parent = any.parents.find(({ type }) => type === answers.parent);
  if (!kind || !parent) throw new Error(`There is no own case for ${answers.kind} and ${answers.parent}.`);

  const child = answers.nickname ?? any.child.nickname[locale];
  const concerns = [
    ...withWords(kind.concerns, answers.about),
    ...any.concerns.filter(({ id }) => kind.shares.includes(id)),
  ];
  const ids = new Set(concerns.map(({ id }) => id));
  const own = new Set(kind.facts.map(({ id }) => id));
  const scenario: ScenarioFile = {
    id: OWN_CASE,
    order: 1,
    title: any.title,
    summary: any.summary,
    briefing: quoted(any.briefing, answers.what),
    goal: answers.goal ? { nl: shortened(answers.goal), en: shortened(answers.goal) } : any.goal,
    setting: 'room',
    child: { name: child, age: AGE, group: any.child.group },
    parent: { name: any.parent },
    persona: parent.persona,
    start: parent.start,
    maxTurns: MAX_TURNS,
    good: parent.good,
    concerns,
    facts: [...kind.facts, ...any.facts.filter(({ id }) => !own.has(id))],
    agendas: kind.agendas,
    sources: any.sources,
  };
  return {
    scenario: named(scenario, child),
    lines: [...kind.lines, ...any.lines.filter((line) => isAbout(line, ids) && !own.has(line.tells ?? ''))],
  };
}

/** Every `{child}` in these texts is the nickname. The lines of a parent keep theirs: a talk fills them in. */
export function named<T>(value: T, child: string): T {
  return JSON.parse(JSON.stringify(value).replaceAll('{child}', JSON.stringify(child).slice(1, -1)));
}

function withWords([first, ...others]: readonly Concern[], words: readonly string[]): readonly Concern[] {
  if (!first) return others;
  const { nl, en } = first.about;
  return [{ ...first, about: { nl: [...nl, ...words], en: [...en, ...words] } }, ...others];
}

function isAbout({ raises, when: { concern } }: Line, concerns: ReadonlySet<string>): boolean {
  return [raises, concern].every((id) => id === undefined || concerns.has(id));
}

function quoted(briefing: AnyOwnCase['briefing'], what: string | null): AnyOwnCase['briefing'] {
  if (!what) return briefing;
  const quote = `\n\n> ${shortened(what)}`;
  return { nl: briefing.nl + quote, en: briefing.en + quote };
}

/** On one line, and not too long to read; braces are no slots. */
function shortened(text: string): string {
  const plain = text.replace(/[{}]/gu, '').replace(/\s+/gu, ' ').trim();
  return plain.length <= LONGEST_QUOTE ? plain : `${plain.slice(0, LONGEST_QUOTE).replace(/\s\S*$/u, '')} …`;
}
