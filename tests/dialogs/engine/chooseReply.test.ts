import { describe, expect, it } from '@jest/globals';
import { testLines } from './testLines.ts';
import { says } from './testReading.ts';
import { lines, testScenario, withPersona } from './testScenario.ts';
import { lastTurn, stateOf, talk } from './testTalk.ts';

const scenario = testScenario();
const asks = (facts: readonly string[] = []) => says('ask-open-question', { asks: true, facts });
const said = (...events: Parameters<typeof talk>[1]) => lastTurn(talk(scenario, events)).reply;

describe('the reply', () => {
  it('answers a move to avoid before one that helps', () => {
    expect(said(says(['show-understanding', 'defensive'], { concerns: ['not-called'] })).lines).toEqual([
      'defensive-1',
    ]);
  });

  it('takes up a plan rather than the thanks that follow it', () => {
    expect(said(says(['be-reachable', 'appreciate'])).lines[0]).toMatch(/^reachable/);
  });

  it('answers the move that did most harm', () => {
    expect(said(says(['defensive', 'minimise'])).lines[0]).toMatch(/^minimise/);
  });

  it('fits the heat after the turn', () => {
    expect(said(says('minimise')).lines).toEqual(['minimise-hot']);
  });

  it('is about the concern that was named', () => {
    expect(said(says('show-understanding', { concerns: ['not-called'] })).lines[0]).toBe('called');
  });

  it('is in no words of a concern when understanding names none', () => {
    const feels = says('show-understanding', { namesFeeling: true });

    expect(said(feels).lines[0]).toMatch(/^heard/);
  });

  it('tells what would help, even where the question sounds like an appeal', () => {
    const asked = says('appeal-responsibility', { asks: true, facts: ['since-when'], topic: 'help' });

    expect(said(asked).lines.at(-1)).toMatch(/^since/);
  });

  it('asks what is meant by a statement that nobody foresaw, and not twice in a row', () => {
    const asking = testScenario({
      lines: [
        ...scenario.lines,
        ...lines(
          { id: 'meant-1', when: { puzzled: true }, say: 'Hoe bedoelt u dat?' },
          { id: 'meant-2', when: { puzzled: true }, say: 'Wat zegt u daarmee?' },
        ),
      ],
    });
    const unforeseen = (utterance: string) => says([], { utterance, words: 8 });
    const { turns } = talk(asking, [
      says('name-expertise'),
      unforeseen('Het is ook een lastige groep dit jaar.'),
      unforeseen('Dat hoor je van elke collega in de gang.'),
    ]);

    expect(turns[1]?.reply.lines).toEqual([expect.stringMatching(/^meant/)]);
    expect(turns[2]?.reply.lines.join(' ')).not.toMatch(/meant/);
  });

  it('asks what is meant when the words may hurt, and it is not certain', () => {
    const asking = testScenario({
      lines: [...scenario.lines, ...lines({ id: 'meant', when: { puzzled: true }, say: 'Hoe bedoelt u dat?' })],
    });
    const { reading } = says('defensive', { concerns: ['not-called'] });
    const unsure = { ...reading, moves: reading.moves.map((made) => ({ ...made, confidence: 0.3 })) };
    const opened = talk(asking, [says('name-expertise'), { type: 'teacher-spoke', reading: unsure }]);

    expect(lastTurn(opened).reply.lines).toEqual(['meant']);
    expect(lastTurn(opened).ledger.some(({ move }) => move === 'defensive')).toBe(false);
  });

  it('takes up that somebody reads along, when nothing else is done', () => {
    const there = testScenario({
      lines: [...scenario.lines, ...lines({ id: 'there', when: { sign: ['attentive'] }, say: 'Fijn dat u leest.' })],
    });
    const replyTo = (event: ReturnType<typeof says>) => lastTurn(talk(there, [event])).reply.lines[0];

    expect(replyTo(says([], { signs: ['attentive'] }))).toBe('there');
    expect(replyTo(says('minimise', { signs: ['attentive'] }))).toBe('minimise-hot');
  });

  it('goes on to the next concern once one is heard', () => {
    const next = talk(scenario, [says('show-understanding', { concerns: ['not-called'] })]);

    expect(lastTurn(next).reply.text).toBe('Ja. Eén telefoontje, meer niet. Ze huilt elke avond.');
    expect(stateOf(next).raised).toEqual(['not-called', 'cries']);
  });

  it('takes no understanding from an insult, unless it was clearly said', () => {
    const insult = says('show-understanding', { concerns: ['not-called'], signs: ['slight'] });
    const [made] = insult.reading.moves;
    const doubtful = { ...insult, reading: { ...insult.reading, moves: made ? [{ ...made, confidence: 0.4 }] : [] } };

    expect(stateOf(talk(scenario, [doubtful])).heard).toEqual([]);
    expect(stateOf(talk(scenario, [insult])).heard).toEqual(['not-called']);
  });

  it('reacts to an insult, also when it is put as a question', () => {
    const proud = testScenario({
      lines: [
        ...scenario.lines,
        ...lines({ id: 'insulted', when: { sign: ['slight'] }, say: 'Dat vind ik niet eerlijk.' }),
      ],
    });
    const insult = says([], { asks: true, facts: ['evenings'], signs: ['slight'] });

    expect(lastTurn(talk(proud, [insult])).reply.lines[0]).toBe('insulted');
  });

  it('answers a promise taken back as that, not as a limit', () => {
    const frank = testScenario({
      lines: [
        ...scenario.lines,
        ...lines(
          { id: 'back', when: { sign: ['taking-back'] }, say: 'Goed dat u erop terugkomt.' },
          { id: 'cannot', when: { sign: ['limit'] }, say: 'Dus dat kan ook al niet.' },
        ),
      ],
    });

    const rehearsal = talk(frank, [
      says('overpromise'),
      says('clear-honest-realistic', { signs: ['limit', 'taking-back'] }),
    ]);

    expect(lastTurn(rehearsal).reply.lines[0]).toBe('back');
  });

  it('fills in the name of the child', () => {
    const calm = withPersona({ start: { tension: 35, trust: 40, face: 50, agency: 40, clarity: 30 } });

    expect(lastTurn(talk(calm, [says('minimise')])).reply.text).toBe('Voor Noor valt het niet mee.');
  });

  it('tells formula from real understanding', () => {
    expect(said(says('show-understanding')).lines).toEqual(['formula-1']);
  });

  it('comes back to what is on the table when the teacher does not take it up', () => {
    expect(said(says([])).lines).toContain('press-called');
  });

  it('never says that a concern goes unheard in the turn that speaks of it', () => {
    expect(said(says([], { concerns: ['not-called'] })).lines).not.toContain('press-called');
  });

  it('says so when the teacher repeats a sentence', () => {
    const same = { utterance: 'We gaan ermee aan de slag' };

    expect(said(says('minimise', same), says('minimise', same)).lines[0]).toMatch(/^again/);
  });

  it('shows at most one cue, and shows it first', () => {
    const cue = { nl: 'Ze zucht.', en: 'She sighs.' };
    const sighing = testScenario({ lines: testLines.map((line) => ({ ...line, cue })) });

    const { reply } = lastTurn(talk(sighing, [says('show-understanding', { concerns: ['not-called'] })]));

    expect(reply.text).toBe('(Ze zucht.) Ja. Eén telefoontje, meer niet. Ze huilt elke avond.');
  });

  it('ends on a question of the parent, and leaves the word to the teacher', () => {
    const curious = testScenario({
      lines: lines(
        { id: 'opening', part: 'opening', raises: 'not-called', say: 'Dag.' },
        { id: 'back', when: { move: ['show-understanding'] }, say: 'En wat gaat u doen?' },
        { id: 'more', part: 'initiative', raises: 'cries', say: 'Ze huilt elke avond.' },
      ),
    });

    const { reply } = lastTurn(talk(curious, [says('show-understanding', { namesFeeling: true })]));

    expect(reply.text).toBe('En wat gaat u doen?');
  });

  it('does not offer to listen when the talk is over', () => {
    const brief = testScenario({
      maxTurns: 6,
      lines: lines(
        { id: 'opening', part: 'opening', raises: 'not-called', say: 'Dag.' },
        { id: 'listens', say: 'Ja, ik luister.' },
        { id: 'end', part: 'ending', when: { ending: 'out-of-turns' }, say: 'Ik moet weg.' },
      ),
    });

    const rehearsal = talk(
      brief,
      Array.from({ length: 6 }, () => says([])),
    );

    expect(lastTurn(rehearsal).reply.text).toBe('Ik moet weg.');
  });

  it('does not welcome a question that it leaves unanswered', () => {
    const asked = testScenario({
      lines: lines(
        { id: 'opening', part: 'opening', raises: 'not-called', say: 'Dag.' },
        { id: 'welcome', when: { move: ['ask-open-question', 'explicit-expectations'] }, say: 'Goed, ik vertel het.' },
        { id: 'unknown', part: 'answer', say: 'Dat weet ik niet.' },
      ),
    });

    const { type, reading } = says(['ask-open-question', 'explicit-expectations'], { asks: true });
    const [surely, hardly] = reading.moves;
    const moves = [surely, hardly && { ...hardly, confidence: 0.2 }].filter((made) => made !== undefined);

    const rehearsal = talk(asked, [{ type, reading: { ...reading, moves } }]);

    expect(lastTurn(rehearsal).reply.lines).toEqual(['unknown']);
  });

  it('rather does not begin both its lines with the same word', () => {
    const yes = (id: string, say: string) => ({ id, when: { move: ['show-understanding' as const] }, say });
    const agreeing = testScenario({
      lines: lines(
        { id: 'opening', part: 'opening', raises: 'not-called', say: 'Dag.' },
        ...['a', 'b', 'c', 'd'].map((id) => yes(id, 'Ja, zo is het.')),
        yes('other', 'Precies.'),
        { id: 'more', part: 'initiative', raises: 'cries', say: 'Ja, en ze huilt.' },
      ),
    });

    const { reply } = lastTurn(talk(agreeing, [says('show-understanding', { namesFeeling: true })]));

    expect(reply.text).toBe('Precies. Ja, en ze huilt.');
  });

  it('is silence when there is nothing left to say', () => {
    const mute = testScenario({ lines: lines({ id: 'opening', part: 'opening', say: 'Dag.' }) });

    expect(lastTurn(talk(mute, [asks()])).reply).toEqual({ text: '…', thought: '', lines: [] });
  });
});

describe('a question', () => {
  it('about something the parent knows is answered with it', () => {
    const next = talk(scenario, [asks(['since-when'])]);

    expect(lastTurn(next).reply.lines.at(-1)).toMatch(/^since/);
    expect(stateOf(next).told).toEqual(['since-when']);
  });

  it('puts the concern behind the answer on the table', () => {
    expect(stateOf(talk(scenario, [asks(['evenings'])])).raised).toEqual(['not-called', 'cries']);
  });

  it('beyond the trust is answered with why not', () => {
    const next = talk(scenario, [asks(['separation'])]);

    expect(lastTurn(next).reply.lines).toEqual(['separation-no']);
    expect(stateOf(next).told).toEqual([]);
  });

  it('asked again in other words gets other words', () => {
    const next = talk(scenario, [asks(['since-when']), asks(['since-when'])]);

    const told = next.turns.map(({ reply }) => reply.lines.at(-1));
    expect(new Set(told)).toEqual(new Set(['since-1', 'since-2']));
  });

  it('that invites stays with what is on the table', () => {
    const { lines: parts } = said(says('ask-open-question', { asks: true, topic: 'invitation' }));

    expect(parts).toEqual(['press-called']);
  });

  it('about home brings out the next thing the parent can tell of it', () => {
    const next = talk(scenario, [says('ask-open-question', { asks: true, topic: 'at-home' })]);

    expect(stateOf(next).told).toHaveLength(1);
  });

  it('about something that nobody thought of says so, and tells what comes close', () => {
    const close = testScenario({
      lines: [...scenario.lines, ...lines({ id: 'instead', when: { unknown: true }, say: 'Geen idee. Wel dit.' })],
    });
    const asked = says('ask-open-question', { asks: true, inParticular: true });

    const { reply } = lastTurn(talk(close, [asked]));

    expect(reply.lines[0]).toBe('instead');
    expect(reply.lines).toHaveLength(2);
  });

  it('with nothing on the table brings up a concern', () => {
    const bare = testScenario({
      lines: testLines.map(({ raises, ...line }) => (line.part === 'opening' ? line : { ...line, raises })),
    });

    expect(stateOf(talk(bare, [asks()])).raised).toEqual(['cries']);
  });

  it('that pushes an answer is not told more than was asked', () => {
    const next = talk(scenario, [says('closed-leading-question', { asks: true })]);

    expect(lastTurn(next).reply.lines.at(-1)).toMatch(/^unknown/);
    expect(stateOf(next).told).toEqual([]);
  });

  it('whether a summary is right is answered by the reaction', () => {
    const { lines: parts } = said(says('show-understanding', { concerns: ['not-called'], asks: true }));

    expect(parts).toEqual(['called', 'raise-cries']);
  });

  it('that no move accounts for, about a concern, still gets an answer', () => {
    expect(said(says([], { concerns: ['not-called'], asks: true })).lines[0]).toMatch(/^unknown/);
  });

  it('about something the parent does not know draws out nothing else', () => {
    const next = talk(scenario, [says('ask-open-question', { asks: true })]);

    expect(lastTurn(next).reply.lines[0]).toMatch(/^unknown/);
    expect(stateOf(next).told).toEqual([]);
  });

  it('gets an answer in whatever form it comes', () => {
    const { lines: parts } = said(says([], { asks: true }));

    expect(parts[0]).toMatch(/^unknown/);
  });

  it('about what people often ask gets an answer of its kind', () => {
    const polite = testScenario({
      lines: [...testLines, ...lines({ id: 'no-coffee', part: 'answer', when: { topic: ['courtesy'] }, say: 'Nee.' })],
    });

    const { reply } = lastTurn(talk(polite, [says('closed-leading-question', { asks: true, topic: 'courtesy' })]));

    expect(reply.lines).toEqual(['no-coffee']);
  });

  it('that sounds like an invitation to meet but offers a coffee is not taken for one', () => {
    const polite = testScenario({
      lines: [...testLines, ...lines({ id: 'no-coffee', part: 'answer', when: { topic: ['courtesy'] }, say: 'Nee.' })],
    });

    const { reply } = lastTurn(talk(polite, [says('propose-face-to-face', { asks: true, topic: 'courtesy' })]));

    expect(reply.lines).toEqual(['no-coffee']);
  });

  it('to do something, no matter what, is answered with what the parent could do', () => {
    const [first] = scenario.facts;
    const helpful = testScenario({
      facts: [
        ...scenario.facts,
        { ...(first as NonNullable<typeof first>), id: 'could-do', topic: 'agreement', trust: 1 },
      ],
      lines: [
        ...testLines,
        ...lines({
          id: 'could',
          part: 'answer',
          tells: 'could-do',
          when: { fact: 'could-do' },
          say: 'Haar tas nakijken.',
        }),
      ],
    });

    const { reply } = lastTurn(talk(helpful, [says('appeal-responsibility', { asks: true })]));

    expect(reply.lines.at(-1)).toBe('could');
  });

  it('whether there is anything else leads back to what was not heard', () => {
    const { lines: parts } = said(says('ask-open-question', { asks: true, topic: 'anything-else' }));

    expect(parts).toEqual(['press-called']);
  });

  it('comes after the reaction to what else was said', () => {
    const { lines: parts } = said(says(['defensive', 'ask-open-question'], { asks: true, facts: ['since-when'] }));

    expect(parts[0]).toBe('defensive-1');
    expect(parts[1]).toMatch(/^since/);
  });
});

describe('what is hidden', () => {
  const hearsTwo = [
    says('show-understanding', { concerns: ['not-called'] }),
    says('show-understanding', { concerns: ['cries'] }),
  ];

  it('comes up once there is trust and hearing enough', () => {
    const next = talk(scenario, hearsTwo);

    expect(stateOf(next).trust).toBeGreaterThanOrEqual(50);
    expect(lastTurn(next).reply.lines).toContain('raise-own-fault');
  });

  it('stays hidden without the trust', () => {
    const wary = withPersona({ start: { tension: 60, trust: 20, face: 50, agency: 40, clarity: 30 } });

    expect(stateOf(talk(wary, hearsTwo)).raised).not.toContain('own-fault');
  });

  it('is not given away by a reaction either', () => {
    const tells = lines({
      id: 'gives-away',
      when: { move: ['name-expertise'] },
      raises: 'own-fault',
      say: 'Ik had het zelf moeten zien.',
    });

    const next = talk(testScenario({ lines: [...testLines, ...tells] }), [
      says('name-expertise'),
      says('name-expertise'),
    ]);

    expect(next.turns.flatMap(({ reply }) => reply.lines)).not.toContain('gives-away');
  });

  it('may be kept back by a line that is made for it', () => {
    const denies = lines({
      id: 'denies',
      when: { move: ['show-understanding'], concern: 'own-fault', trust: { max: 49 } },
      say: 'Het gaat niet om mij.',
    });
    const guarded = testScenario({ lines: [...testLines, ...denies] });

    const next = talk(guarded, [says('show-understanding', { concerns: ['own-fault'] })]);

    expect(lastTurn(next).reply.lines).toEqual(['denies']);
  });
});

describe('words that cannot be followed', () => {
  it.each(['empty', 'nonsense', 'foreign', 'rude', 'off-topic', 'greeting'] as const)(
    'get a reaction when %s',
    (kind) => {
      expect(said(says([], { kind })).lines[0]).toMatch(new RegExp(`^${kind}`));
    },
  );

  it('are answered as rude, whatever else they do', () => {
    expect(said(says('name-expertise', { kind: 'rude' })).lines[0]).toMatch(/^rude/);
  });

  it('never get a question about something else answered', () => {
    expect(said(says([], { kind: 'off-topic', asks: true })).lines).toEqual(['off-topic-1']);
  });
});
