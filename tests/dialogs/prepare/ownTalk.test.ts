import { describe, expect, it } from '@jest/globals';
import { OWN_CASE, type OwnAnswers, ownScenario } from '../../../content/ownCase/ownScenario.ts';
import { ownScenarioProblems } from '../../../content/ownCase/ownScenarioProblems.ts';
import { resolveScenario } from '../../../content/resolveScenario.ts';
import { CASE_KINDS } from '../../../content/schema/ownCase.ts';
import { PERSONA_TYPES } from '../../../content/schema/state.ts';
import { prepareIn } from '../../../dialogs/prepare/prepareSteps.ts';
import { theLanguage } from '../../theContent.ts';
import { content, preparing, SITUATION, sayAll } from './plannedTalk.ts';

const { any, kinds, personas, anyone, weights, walk } = prepareIn(content);
const { reader } = theLanguage(content);

function madeFrom(changes: Partial<OwnAnswers> = {}) {
  const answers = {
    kind: 'bullied',
    parent: 'anxious',
    nickname: 'Bo',
    what: null,
    goal: null,
    about: [],
    ...changes,
  } as const;
  return ownScenario(any, kinds, answers, 'nl');
}

describe('a scenario from own answers', () => {
  it.each(CASE_KINDS.flatMap((kind) => PERSONA_TYPES.map((parent) => [kind, parent] as const)))(
    'passes the checks of scenarios: %s, %s parent',
    (kind, parent) => {
      const own = madeFrom({ kind, parent });

      expect(ownScenarioProblems(own, { personas, anyone })).toEqual([]);
    },
  );

  it('names the child as the teacher does, and knows neither boy nor girl', () => {
    const words = kinds.flatMap(({ lines }) => [...lines, ...any.lines]).map(({ say }) => say.nl);

    expect(madeFrom().scenario.child.name).toBe('Bo');
    expect(
      words
        .filter((line) => /(?<!\p{L})(?:hij|zij|haar|hem|zijn|zoon|dochter)(?!\p{L})/iu.test(line))
        .filter(isAboutTheChild),
    ).toEqual([]);
  });

  it('lets the parent say nothing that the teacher typed but the nickname', () => {
    const own = madeFrom({ what: 'Er is gescholden om een bril.', goal: 'Een afspraak over de kleedkamer.' });

    const lines = JSON.stringify(own.lines);

    expect(lines).not.toMatch(/bril|kleedkamer/u);
    expect(own.scenario.briefing.nl).toContain('> Er is gescholden om een bril.');
    expect(own.scenario.goal.nl).toBe('Een afspraak over de kleedkamer.');
  });

  it.each(CASE_KINDS)('answers what the plan proposes to ask: %s', (kind) => {
    const { scenario, lines } = madeFrom({ kind });
    const persona = personas.find(({ id }) => id === scenario.persona);
    if (!persona) throw new Error('no such persona');
    const played = resolveScenario({ scenario, lines, persona, anyone, weights, moves: content.moves });

    const unanswered = walk.questions[kind]
      .map(({ nl }) => reader.read(nl.replaceAll('{child}', 'Bo'), played, 'nl'))
      .filter(({ facts, topic }) => facts.length === 0 && topic === null);

    expect(unanswered.map(({ utterance }) => utterance)).toEqual([]);
  });

  it('is made from own answers, and says so', () => {
    expect(madeFrom().scenario.briefing.nl).toContain('gemaakt uit jouw eigen antwoorden');
    expect(madeFrom().scenario.briefing.en).toContain('made from your own answers');
  });

  it('is refused when an answer breaks it', () => {
    const own = madeFrom({ nickname: '' });

    expect(ownScenarioProblems(own, { personas, anyone })).not.toEqual([]);
  });
});

describe('rehearsing my own talk', () => {
  it('begins with the briefing of the own case and a parent of the kind that was expected', async () => {
    const teacher = preparing();
    await sayAll(teacher, ...SITUATION, 'klaar');

    const [briefing, line] = await teacher.say('oefen mijn gesprek');

    expect(briefing?.text).toContain('Jouw eigen gesprek over Robin');
    expect(briefing?.text).toContain('steeds alleen bij het klimrek');
    expect(line).toMatchObject({ speaker: 'parent', name: 'Ouder van Robin' });
    expect(teacher.kept.scenarios[0]).toMatchObject({ id: OWN_CASE, persona: { type: 'frustrated' } });
  });

  it('is pinned: it goes on as it began when the plan is changed meanwhile', async () => {
    const teacher = preparing();
    await sayAll(teacher, ...SITUATION, 'oefen mijn gesprek');
    teacher.remember((memory) => ({ ...memory, plan: null }));

    const answered = await sayAll(teacher, 'Wat verdrietig dat Robin er steeds buiten valt.');

    expect(answered.speaker).toBe('parent');
    expect(teacher.kept.turns).toEqual([1]);
  });

  it('hears it when the teacher speaks of what happened in own words', async () => {
    const teacher = preparing();
    await sayAll(teacher, ...SITUATION, 'oefen mijn gesprek');

    await teacher.say('Wat naar voor u, dat van dat klimrek.');

    expect(teacher.kept.scenarios[0]?.concerns[0]?.about.nl).toContain('klimrek');
  });

  it('ends in a debrief, and goes on to a next talk with this parent', async () => {
    const teacher = preparing();
    await sayAll(
      teacher,
      ...SITUATION,
      'oefen mijn gesprek',
      'Wat verdrietig dat Robin er steeds buiten valt.',
      'stop',
    );

    const debrief = await teacher.say('verder');
    await teacher.say('stop');
    const next = await teacher.say('vervolg');

    expect(debrief[0]?.text).toContain('Jouw eigen gesprek over Robin');
    expect(next[0]?.text).toContain('een paar weken later');
  });

  it('goes on with the parent of its own plan, also when there is a newer plan', async () => {
    const teacher = preparing();
    await sayAll(teacher, ...SITUATION, 'oefen mijn gesprek', 'Wat verdrietig dat Robin er buiten valt.', 'stop');
    await sayAll(teacher, 'verder', 'stop');
    teacher.remember((memory) => ({
      ...memory,
      plan: { ...memory?.plan, id: 'newer', answers: { ...memory?.plan?.answers, nickname: { words: 'Bo' } } },
      earlierPlans: [memory?.plan],
    }));

    const next = await teacher.say('vervolg');

    expect(next[0]?.text).toContain('Jouw eigen gesprek over Robin');
  });

  it('stands above the list of talks once there is a plan', async () => {
    const teacher = preparing();
    const without = await sayAll(teacher, 'oefenen');
    await teacher.say('stop');
    await sayAll(teacher, ...SITUATION, 'klaar');

    const list = await sayAll(teacher, 'oefenen');

    expect(without.text).not.toContain('eigen gesprek');
    expect(list.text).toContain('**Jouw eigen gesprek over Robin**');
  });

  it('asks for a few answers first when there are none', async () => {
    const told = await sayAll(preparing(), 'oefen mijn gesprek');

    expect(told.text).toContain('heb ik een paar antwoorden van je nodig');
    expect(told.buttons).toContain('voorbereiden');
  });
});

/** "Zijn" is a verb too, and "haar" or "hem" may be anybody: only what can stand for the child counts. */
function isAboutTheChild(line: string): boolean {
  return /\b(?:zoon|dochter)\b|\{child\}[^.!?]*\b(?:hij|zij|haar|hem)\b/iu.test(line);
}
