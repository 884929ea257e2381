import type { TipId } from '../../content/schema/move.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Keepsake, KeepsakeBlock, KeepsakeSection } from '../keepsakes/keepsake.ts';
import { dateInWords } from '../toolbox/plannedFor.ts';
import { childIn } from './childIn.ts';
import type { Plan, PlannedAgreement } from './plan.ts';
import { planEvents, textOf } from './planEvents.ts';
import { prepareIn, stepNamed } from './prepareSteps.ts';
import { proposalsAt } from './proposalsAt.ts';

/** The keepsake is kept, and its files are named, under this. */
const PLAN = 'plan';
/** What the days of the rehearsals rest on. */
const SPACING = 'cepeda-2008';
const LINES = 2;
/** Shares of the columns of an agreement: who, what, when. */
const AGREEMENT = [2, 5, 3];

/** The plan on one page, in the order in which it is needed. What was skipped has lines to write on. */
export function planKeepsake(turn: DialogTurn, plan: Plan): Keepsake {
  const { content, memory } = turn;
  const { walk } = prepareIn(content);
  const child = childIn(turn, plan);
  const events = planEvents(turn, plan);
  const sources = [...walk.sources, ...(rehearsedIn(events.length) ? [SPACING] : [])];
  return {
    tool: PLAN,
    locale: memory.locale,
    title: textOf(turn, 'title').replaceAll('{child}', child),
    intro: textOf(turn, plan.answers['show-understanding'] ? 'about' : 'about-open'),
    isOneSheet: true,
    sections: [
      ...whenAndGoal(turn, plan),
      ...sentenceAt(turn, plan, 'face-to-face', false),
      ...sentenceAt(turn, plan, 'show-understanding'),
      ...aboutParent(turn, plan),
      { heading: heading(turn, 'questions'), blocks: [listAt(turn, plan, 'questions')] },
      ...sentenceAt(turn, plan, 'name-expertise'),
      ...sentenceAt(turn, plan, 'appeal-to-responsibility', false),
      ...expectations(turn, plan),
      ...promises(turn, plan),
      agreements(turn, plan),
      ...sentenceAt(turn, plan, 'be-reachable'),
      { heading: heading(turn, 'heated'), blocks: [listAt(turn, plan, 'heated')] },
      ...calendar(turn, events),
    ],
    ...(events.length > 0 ? { events } : {}),
    sources: sources.flatMap((wanted) => content.sources.find(({ id }) => id === wanted)?.reference ?? []),
    madeAt: turn.at,
  };
}

/** The talk and the call come with rehearsals when there are more than those two. */
function rehearsedIn(events: number): boolean {
  return events > 2;
}

function whenAndGoal(turn: DialogTurn, plan: Plan): readonly KeepsakeSection[] {
  const said = plan.meeting ? capital(dateInWords(turn, plan.meeting)) : plan.answers['meeting']?.words;
  const when: KeepsakeBlock = said ? paragraph(said) : lines(textOf(turn, 'write'), 1);
  return [
    { heading: textOf(turn, 'when'), blocks: [when] },
    { heading: heading(turn, 'goal'), blocks: [answerAt(turn, plan, 'goal')] },
  ];
}

/** The sentence at a tip; `isOpen`: with lines to write on when there is none. */
function sentenceAt(turn: DialogTurn, plan: Plan, tip: TipId, isOpen = true): readonly KeepsakeSection[] {
  const sentence = plan.answers[tip]?.words;
  if (!sentence && !isOpen) return [];
  return [{ heading: heading(turn, tip), blocks: [quoteOrLines(turn, plan, tip)] }];
}

function aboutParent(turn: DialogTurn, plan: Plan): readonly KeepsakeSection[] {
  const items = [
    ['feels', plan.answers['parent-feels']],
    ['wants', plan.answers['parent-wants']],
    ['knows', plan.answers['parent-knows']],
  ] as const;
  const said = items.flatMap(([name, answer]) => (answer ? [`${textOf(turn, name)}: ${answer.words}`] : []));
  return said.length > 0 ? [{ heading: textOf(turn, 'parent'), blocks: [{ type: 'list', items: said }] }] : [];
}

function expectations(turn: DialogTurn, plan: Plan): readonly KeepsakeSection[] {
  const [section] = sentenceAt(turn, plan, 'explicit-expectations');
  const both = [
    ['expects-parent', plan.answers['parent-wants']],
    ['expects-me', plan.answers['goal']],
  ] as const;
  const items = both.flatMap(([name, answer]) => (answer ? [`${textOf(turn, name)}: ${answer.words}`] : []));
  if (!section) return [];
  return [{ ...section, blocks: [...section.blocks, ...(items.length > 0 ? [{ type: 'list', items } as const] : [])] }];
}

function promises(turn: DialogTurn, plan: Plan): readonly KeepsakeSection[] {
  const note: KeepsakeBlock = { type: 'paragraph', text: textOf(turn, 'promise-note'), as: 'note' };
  return sentenceAt(turn, plan, 'clear-honest-realistic').map((section) => ({
    ...section,
    blocks: [...section.blocks, note],
  }));
}

function agreements(turn: DialogTurn, plan: Plan): KeepsakeSection {
  const head = ['who', 'what', 'due'].map((name) => textOf(turn, name));
  const rows = plan.agreements.map((one) => rowOf(turn, one));
  const table: readonly KeepsakeBlock[] = rows.length > 0 ? [{ type: 'table', head, rows, widths: AGREEMENT }] : [];
  const note = textOf(turn, 'agreements-note');
  return {
    heading: heading(turn, 'agreements'),
    blocks: [...table, { type: 'paragraph', text: note, as: 'note' }, lines(textOf(turn, 'write'), LINES)],
  };
}

function rowOf(turn: DialogTurn, { who, words, due }: PlannedAgreement): readonly string[] {
  const names = { school: 'school', parent: 'home', both: 'together' } as const;
  return [who ? textOf(turn, names[who]) : '', words, due ? dateInWords(turn, { start: due }) : ''];
}

function calendar(turn: DialogTurn, events: ReturnType<typeof planEvents>): readonly KeepsakeSection[] {
  if (events.length === 0) return [];
  const items = events.map(({ title, start }) => `${capital(dateInWords(turn, { start }))}: ${title}`);
  const note: KeepsakeBlock = { type: 'paragraph', text: textOf(turn, 'spacing'), as: 'note' };
  const blocks: readonly KeepsakeBlock[] = [{ type: 'list', items }, ...(rehearsedIn(events.length) ? [note] : [])];
  return [{ heading: textOf(turn, 'calendar'), blocks }];
}

/** What was written there, a line each; else what is proposed. */
function listAt(turn: DialogTurn, plan: Plan, step: 'questions' | 'heated'): KeepsakeBlock {
  const said = plan.answers[step]?.words.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return {
    type: 'list',
    as: step === 'questions' ? 'numbers' : 'bullets',
    items: said ?? proposalsAt(turn, plan, step),
  };
}

function answerAt(turn: DialogTurn, plan: Plan, step: 'goal'): KeepsakeBlock {
  const answer = plan.answers[step];
  return answer ? paragraph(answer.words) : lines(startOf(turn, plan, step), 1);
}

function quoteOrLines(turn: DialogTurn, plan: Plan, tip: TipId): KeepsakeBlock {
  const sentence = plan.answers[tip]?.words;
  return sentence ? { type: 'paragraph', text: sentence, as: 'quote' } : lines(startOf(turn, plan, tip), LINES);
}

/** How one could begin, above the lines to write on. */
function startOf(turn: DialogTurn, plan: Plan, step: TipId | 'goal'): string {
  return stepNamed(turn.content, step).help[turn.memory.locale].replaceAll('{child}', childIn(turn, plan));
}

function heading({ content, memory }: DialogTurn, id: string): string {
  const step = stepNamed(content, id);
  return (step.heading ?? step.ask)[memory.locale];
}

function paragraph(text: string): KeepsakeBlock {
  return { type: 'paragraph', text };
}

function lines(label: string, count: number): KeepsakeBlock {
  return { type: 'lines', label, count };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
