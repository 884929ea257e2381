import { type Line, linesFileSchema } from '../../../content/schema/line.ts';
import { MOVES_TO_AVOID, type Move, type MoveEntry, POSITIVE_MOVES, type TipId } from '../../../content/schema/move.ts';
import { personaSchema } from '../../../content/schema/persona.ts';
import { type Scenario, scenarioFileSchema } from '../../../content/schema/scenario.ts';
import { testLines } from './testLines.ts';
import { testWeights } from './testWeights.ts';

const both = (text: string) => ({ nl: text, en: text });
const words = (...list: readonly string[]) => ({ nl: list, en: list });

const persona = personaSchema.parse({
  id: 'worried',
  type: 'frustrated',
  about: both('Boos van zorg.'),
  start: { tension: 60, trust: 40, face: 50, agency: 40, clarity: 30 },
  baseline: 50,
  limit: 90,
  recovery: 1,
  sensitivity: {},
  lines: [],
});

const { persona: _, ...file } = scenarioFileSchema.parse({
  id: 'the-coat-peg',
  title: both('De kapstok'),
  summary: both('Een moeder over een jas die steeds op de grond ligt.'),
  briefing: both('Noor is zes. Haar jas ligt steeds op de grond.'),
  goal: both('Haar moeder gaat weg met een afspraak.'),
  setting: 'room',
  child: { name: 'Noor', age: 6, group: both('groep 3') },
  parent: { name: both('Moeder van Noor') },
  persona: 'worried',
  maxTurns: 25,
  good: { trust: 45, tension: 45 },
  concerns: [
    { id: 'not-called', name: both('dat niemand belde'), about: words('gebeld'), hidden: false },
    { id: 'cries', name: both('dat Noor huilt'), about: words('huilt'), hidden: false },
    {
      id: 'own-fault',
      name: both('dat het aan haar ligt'),
      about: words('schuld'),
      hidden: true,
      opens: { trust: 50, heard: 2 },
    },
  ],
  facts: [
    { id: 'since-when', topic: 'incident', about: words('sinds') },
    { id: 'evenings', topic: 'home', about: words('avond'), concern: 'cries' },
    { id: 'separation', topic: 'home', about: words('vader'), trust: 60 },
    { id: 'wish', topic: 'wish', about: words('hoopt') },
  ],
  agendas: [
    {
      id: 'heard',
      why: both('Ze wilde gebeld worden.'),
      concerns: ['not-called', 'cries', 'own-fault'],
      decisive: 'not-called',
    },
  ],
  sources: ['munniksma-2014'],
});

const TIP_OF: Readonly<Record<Move, TipId>> = {
  'show-understanding': 'show-understanding',
  'ask-open-question': 'show-understanding',
  appreciate: 'show-understanding',
  'name-expertise': 'name-expertise',
  'appeal-responsibility': 'appeal-to-responsibility',
  'explicit-expectations': 'explicit-expectations',
  'clear-honest-realistic': 'clear-honest-realistic',
  'be-reachable': 'be-reachable',
  'propose-face-to-face': 'face-to-face',
  defensive: 'show-understanding',
  'blame-parent': 'name-expertise',
  minimise: 'show-understanding',
  jargon: 'clear-honest-realistic',
  overpromise: 'clear-honest-realistic',
  'command-threaten': 'appeal-to-responsibility',
  'premature-advice': 'show-understanding',
  deflect: 'be-reachable',
  'closed-leading-question': 'show-understanding',
  'break-confidentiality': 'clear-honest-realistic',
};

function entry(id: Move, kind: MoveEntry['kind']): MoveEntry {
  return { id, kind, tip: TIP_OF[id], name: both(id), does: both('Het doet iets.') };
}

/** A small scenario: a mother, three concerns (one hidden), four facts, one agenda. State only what the test is about. */
export function testScenario(changes: Partial<Scenario> = {}): Scenario {
  return {
    ...file,
    revision: 'test',
    persona,
    lines: testLines,
    weights: testWeights,
    moves: [...POSITIVE_MOVES.map((id) => entry(id, 'helps')), ...MOVES_TO_AVOID.map((id) => entry(id, 'avoid'))],
    ...changes,
  };
}

/** The test scenario with another temper, or another way of reacting. */
export function withPersona(changes: Partial<Scenario['persona']>, scenario = testScenario()): Scenario {
  return { ...scenario, persona: { ...scenario.persona, ...changes } };
}

/** Lines as an author writes them, checked. Dutch and English are the same words. */
export function lines(...list: readonly (Omit<Partial<Line>, 'say'> & { id: string; say: string })[]): readonly Line[] {
  return linesFileSchema.parse({ lines: list.map((line) => ({ part: 'reaction', ...line, say: both(line.say) })) })
    .lines;
}
