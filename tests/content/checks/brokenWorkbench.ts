import { concernsAreWithinReach } from '../../../content/checks/concernsAreWithinReach.ts';
import { goldenTalksAreComplete } from '../../../content/checks/goldenTalksAreComplete.ts';
import { goodAndPoorAreBalanced } from '../../../content/checks/goodAndPoorAreBalanced.ts';
import { gradesMatchSources } from '../../../content/checks/gradesMatchSources.ts';
import { languagesDiffer } from '../../../content/checks/languagesDiffer.ts';
import { linesCanBeSaid } from '../../../content/checks/linesCanBeSaid.ts';
import { teacherTakesUpEveryConcern } from '../../../content/checks/teacherTakesUpEveryConcern.ts';
import { textsAreReadable } from '../../../content/checks/textsAreReadable.ts';
import { twinsExist } from '../../../content/checks/twinsExist.ts';
import type { Line } from '../../../content/schema/line.ts';
import { both, type ContentDraft, line } from '../contentDraft.ts';
import type { WorkbenchDraft } from '../workbenchDraft.ts';
import type { BrokenExample } from './brokenExample.ts';

const SCENARIO = 'scenarios/quarrel/scenario.yaml';
const LINES = 'scenarios/quarrel/lines.yaml';
const TIP = 'tips/face-to-face.yaml';

/** A sentence of thirty-odd words, as nobody says it. */
const ENDLESS = Array.from({ length: 31 }, (_, index) => `woord${index}`).join(' ');

/** What only the author's check looks at: one example or more for each check. */
export const brokenWorkbench: readonly BrokenExample[] = [
  {
    check: concernsAreWithinReach,
    title: 'refuses a concern that is on no agenda',
    broken: withAgenda(['not-told']),
    file: SCENARIO,
    at: 'concerns.1',
  },
  {
    check: concernsAreWithinReach,
    title: 'refuses a hidden concern that waits for more than can be heard',
    broken: withSecondConcern({ hidden: true, opens: { trust: 0, heard: 2 } }),
    file: SCENARIO,
    at: 'agendas.0.concerns.1',
  },
  {
    check: linesCanBeSaid,
    title: 'refuses an opening that answers a move',
    broken: withLine(line('odd', 'opening', { when: { move: ['defensive'] } })),
    file: LINES,
    at: 'lines.0.when.move',
  },
  {
    check: linesCanBeSaid,
    title: 'refuses last words without a reason for the end',
    broken: withLine(line('odd', 'ending')),
    file: LINES,
    at: 'lines.0.when.ending',
  },
  {
    check: linesCanBeSaid,
    title: 'refuses a line for what is heard and unheard at once',
    broken: withLine(line('odd', 'initiative', { when: { heard: ['not-told'], unheard: ['not-told'] } })),
    file: LINES,
    at: 'lines.0.when.unheard',
  },
  {
    check: linesCanBeSaid,
    title: 'refuses a line for specific words that were said before',
    broken: withLine(line('odd', 'reaction', { when: { specific: true, again: true } })),
    file: LINES,
    at: 'lines.0.when.again',
  },
  {
    check: twinsExist,
    title: 'refuses a concern that is understood at one heat only',
    broken: (draft) => ({
      ...draft,
      lines: draft.lines.map((one) =>
        one.id === 'hear-left-out' ? { ...one, when: { concern: 'left-out', heat: ['hot'] } } : one,
      ),
    }),
    file: SCENARIO,
    at: 'concerns.1',
  },
  {
    check: twinsExist,
    title: 'refuses a fact that asks for trust and is kept back in no words',
    broken: (draft) => ({
      ...draft,
      scenario: { ...draft.scenario, facts: draft.scenario.facts.map((fact) => ({ ...fact, trust: 50 })) },
    }),
    file: SCENARIO,
    at: 'facts.0',
  },
  {
    check: twinsExist,
    title: 'refuses a parent who has no words for a promise that comes back',
    broken: (draft) => ({ ...draft, persona: { ...draft.persona, lines: [] } }),
    file: LINES,
    at: 'lines',
  },
  {
    check: textsAreReadable,
    title: 'refuses a sentence without an end',
    broken: withLine(line('endless', 'thought', { say: both(ENDLESS) })),
    file: LINES,
    at: 'lines.0.say.nl',
  },
  {
    check: goodAndPoorAreBalanced,
    title: 'refuses a tip in which only the good sentences are long',
    broken: (draft) => ({
      ...draft,
      tips: draft.tips.map((tip) => ({ ...tip, say: tip.say.map((one) => ({ ...one, text: both(ENDLESS) })) })),
    }),
    file: TIP,
    at: 'avoid',
  },
  {
    check: goodAndPoorAreBalanced,
    title: 'refuses golden talks of which only the good one has long sentences',
    broken: (draft) => draft,
    workbench: (draft) => withGoldenTalk(draft, 'good.nl', ENDLESS),
    file: 'scenarios/quarrel/rehearsals/poor.nl.yaml',
    at: 'talk',
  },
  {
    check: gradesMatchSources,
    title: 'refuses a weight that claims more than its source',
    broken: (draft) => ({
      ...draft,
      weights: { ...draft.weights, weights: draft.weights.weights.map((weight) => ({ ...weight, grade: 'A' })) },
    }),
    file: 'weights.yaml',
    at: 'weights.0.grade',
  },
  {
    check: languagesDiffer,
    title: 'refuses a line whose English is Dutch',
    broken: withLine(line('same', 'thought', { say: both('Dit is in twee talen hetzelfde gebleven.') })),
    file: LINES,
    at: 'lines.0.say.en',
  },
  {
    check: goldenTalksAreComplete,
    title: 'refuses a scenario without a poor talk in Dutch',
    broken: (draft) => draft,
    workbench: ({ goldenTalks: { 'poor.nl': _, ...goldenTalks }, ...draft }) => ({ ...draft, goldenTalks }),
    file: SCENARIO,
    at: 'id',
  },
  {
    check: teacherTakesUpEveryConcern,
    title: 'refuses a concern that no good teacher has words for',
    broken: (draft) => draft,
    workbench: (draft) => ({ ...draft, teacher: { understands: {} } }),
    file: SCENARIO,
    at: 'concerns.0',
  },
  {
    check: teacherTakesUpEveryConcern,
    title: 'refuses words for a concern that is not there',
    broken: (draft) => draft,
    workbench: (draft) => ({ ...draft, teacher: { understands: { weather: { nl: ['Regen.'], en: ['Rain.'] } } } }),
    file: 'scenarios/quarrel/teacher.yaml',
    at: 'understands.weather',
  },
];

function withLine(added: Line): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, lines: [added, ...draft.lines] });
}

function withAgenda(concerns: string[]): (draft: ContentDraft) => ContentDraft {
  return ({ scenario, ...draft }) => ({
    ...draft,
    scenario: { ...scenario, agendas: scenario.agendas.map((agenda) => ({ ...agenda, concerns })) },
  });
}

function withSecondConcern(
  change: Partial<ContentDraft['scenario']['concerns'][number]>,
): (draft: ContentDraft) => ContentDraft {
  return ({ scenario, ...draft }) => {
    const concerns = scenario.concerns.map((concern, index) => (index === 1 ? { ...concern, ...change } : concern));
    return { ...draft, scenario: { ...scenario, concerns } };
  };
}

function withGoldenTalk(draft: WorkbenchDraft, name: string, say: string): WorkbenchDraft {
  const talk = draft.goldenTalks[name];
  return talk ? { ...draft, goldenTalks: { ...draft.goldenTalks, [name]: { ...talk, talk: [{ say }] } } } : draft;
}
