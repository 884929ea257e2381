import { decisiveIsOnTheAgenda } from '../../../content/checks/decisiveIsOnTheAgenda.ts';
import { everyAgendaHasAnOpening } from '../../../content/checks/everyAgendaHasAnOpening.ts';
import { everyConcernCanBeHeard } from '../../../content/checks/everyConcernCanBeHeard.ts';
import { everyEndHasLastWords } from '../../../content/checks/everyEndHasLastWords.ts';
import { everyFactHasAnAnswer } from '../../../content/checks/everyFactHasAnAnswer.ts';
import { everyKindHasAReaction } from '../../../content/checks/everyKindHasAReaction.ts';
import { everyMoveHasAReaction } from '../../../content/checks/everyMoveHasAReaction.ts';
import { idIsFileName } from '../../../content/checks/idIsFileName.ts';
import { linesAreShort } from '../../../content/checks/linesAreShort.ts';
import { noTwoLinesAlike } from '../../../content/checks/noTwoLinesAlike.ts';
import { openingsVary } from '../../../content/checks/openingsVary.ts';
import { personaStaysAtFirst } from '../../../content/checks/personaStaysAtFirst.ts';
import { referencesExist } from '../../../content/checks/referencesExist.ts';
import { uniqueIds } from '../../../content/checks/uniqueIds.ts';
import type { Line } from '../../../content/schema/line.ts';
import { both, type ContentDraft, line } from '../contentDraft.ts';
import type { BrokenExample } from './brokenExample.ts';

const SCENARIO = 'scenarios/quarrel/scenario.yaml';
const LINES = 'scenarios/quarrel/lines.yaml';
const PERSONA = 'personas/angry.yaml';

/** What can be wrong with a scenario, its lines and its persona: one example or more for each check. */
export const brokenTalks: readonly BrokenExample[] = [
  {
    check: uniqueIds,
    title: 'refuses a line with the id of a persona line',
    broken: withLine(line('on-rude', 'thought')),
    file: PERSONA,
    at: 'lines.3.id',
  },
  {
    check: idIsFileName,
    title: 'refuses a scenario in a folder of another name',
    broken: withScenario({ id: 'row' }),
    file: SCENARIO,
    at: 'id',
  },
  {
    check: referencesExist,
    title: 'refuses a persona that is not there',
    broken: withScenario({ persona: 'nobody' }),
    file: SCENARIO,
    at: 'persona',
  },
  {
    check: referencesExist,
    title: 'refuses a line that raises an unknown concern',
    broken: withLine(line('odd', 'initiative', { raises: 'weather' })),
    file: LINES,
    at: 'lines.0.raises',
  },
  {
    check: referencesExist,
    title: 'refuses a line that tells an unknown fact',
    broken: withLine(line('odd', 'answer', { tells: 'weather' })),
    file: LINES,
    at: 'lines.0.tells',
  },
  {
    check: referencesExist,
    title: 'refuses a condition on an unknown agenda',
    broken: withLine(line('odd', 'initiative', { when: { agenda: ['weather'] } })),
    file: LINES,
    at: 'lines.0.when.agenda.0',
  },
  {
    check: everyConcernCanBeHeard,
    title: 'refuses a concern that no line raises',
    broken: withoutLine('raise-not-told'),
    file: SCENARIO,
    at: 'concerns.0',
  },
  {
    check: everyConcernCanBeHeard,
    title: 'refuses a concern without a reaction',
    broken: withoutLine('hear-left-out'),
    file: SCENARIO,
    at: 'concerns.1',
  },
  {
    check: everyFactHasAnAnswer,
    title: 'refuses a fact that no answer tells',
    broken: withoutLine('tell-sleep'),
    file: SCENARIO,
    at: 'facts.0',
  },
  {
    check: everyMoveHasAReaction,
    title: 'refuses a move without a reaction',
    broken: withoutLine('on-jargon'),
    file: LINES,
    at: 'lines',
  },
  {
    check: everyMoveHasAReaction,
    title: 'refuses a move whose only reaction has a further condition',
    broken: (draft) => ({
      ...draft,
      lines: draft.lines.map((line) =>
        line.id === 'on-jargon' ? { ...line, when: { move: ['jargon'], phase: ['plan'] } } : line,
      ),
    }),
    file: LINES,
    at: 'lines',
  },
  {
    check: everyKindHasAReaction,
    title: 'refuses a parent who has nothing to say to rudeness',
    broken: (draft) => ({
      ...draft,
      persona: { ...draft.persona, lines: draft.persona.lines.filter(({ id }) => id !== 'on-rude') },
    }),
    file: SCENARIO,
    at: 'persona',
  },
  {
    check: everyEndHasLastWords,
    title: 'refuses an ending without last words',
    broken: withoutLine('end-parted'),
    file: LINES,
    at: 'lines',
  },
  {
    check: everyAgendaHasAnOpening,
    title: 'refuses an agenda without first words',
    broken: withoutLine('opening'),
    file: SCENARIO,
    at: 'agendas.0',
  },
  {
    check: decisiveIsOnTheAgenda,
    title: 'refuses a decisive concern that never comes up',
    broken: withScenario({
      agendas: [{ id: 'heard', why: both('Waarom'), concerns: ['left-out'], decisive: 'not-told' }],
    }),
    file: SCENARIO,
    at: 'agendas.0.decisive',
  },
  {
    check: personaStaysAtFirst,
    title: 'refuses a persona that starts at its limit',
    broken: (draft) => ({ ...draft, persona: { ...draft.persona, limit: 60 } }),
    file: PERSONA,
    at: 'limit',
  },
  {
    check: personaStaysAtFirst,
    title: 'refuses a scenario that starts above the limit',
    broken: withScenario({ start: { tension: 95 } }),
    file: SCENARIO,
    at: 'start.tension',
  },
  {
    check: noTwoLinesAlike,
    title: 'refuses a line that differs in punctuation alone',
    broken: withLine(line('echo', 'initiative', { say: { nl: 'zin opening!', en: 'Something else' } })),
    file: LINES,
    at: 'lines.1.say.nl',
  },
  {
    check: linesAreShort,
    title: 'refuses a line of more than forty words',
    broken: withLine(line('speech', 'initiative', { say: { nl: 'Kort.', en: 'word '.repeat(41).trim() } })),
    file: LINES,
    at: 'lines.0.say.en',
  },
  {
    check: openingsVary,
    title: 'refuses a fifth line with the same first three words',
    broken: (draft) => ({
      ...draft,
      lines: [
        ...['een', 'twee', 'drie', 'vier', 'vijf'].map((end) =>
          line(end, 'initiative', { say: { nl: `Dat is nu ${end}.`, en: end } }),
        ),
        ...draft.lines,
      ],
    }),
    file: LINES,
    at: 'lines.4.say.nl',
  },
];

/** The draft with this line first, so that it stands at `lines.0`. */
function withLine(added: Line): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, lines: [added, ...draft.lines] });
}

function withoutLine(id: string): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, lines: draft.lines.filter((line) => line.id !== id) });
}

function withScenario(change: Partial<ContentDraft['scenario']>): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, scenario: { ...draft.scenario, ...change } });
}
