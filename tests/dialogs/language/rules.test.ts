import { describe, expect, it } from '@jest/globals';
import { movesIn } from './lexicon.ts';

describe('a question (R1)', () => {
  it('about hopes for this talk is about expectations, not an open question', () => {
    expect(movesIn('Wat hoopt u dat dit gesprek oplevert?')).toEqual(['explicit-expectations']);
    expect(movesIn('What are you hoping for today?', 'en')).toEqual(['explicit-expectations']);
  });

  it('about what the parent can do appeals to responsibility', () => {
    expect(movesIn('Wat zou u zelf thuis kunnen proberen?')).toEqual(['appeal-responsibility']);
    expect(movesIn('What could you try at home?', 'en')).toEqual(['appeal-responsibility']);
  });

  it('about a day to meet is a proposal, never a closed question', () => {
    expect(movesIn('Kunt u donderdag na schooltijd langskomen?')).toEqual(['propose-face-to-face']);
    expect(movesIn('Could you come in on Thursday after school?', 'en')).toEqual(['propose-face-to-face']);
  });

  it('has one label, and two questions have two', () => {
    expect(movesIn('Hoe is het thuis, en slaapt hij wel goed?')).toEqual([
      'ask-open-question',
      'closed-leading-question',
    ]);
  });

  it('that asks leave or plans a time has none', () => {
    expect(movesIn('Mag ik u iets laten zien?')).toEqual([]);
    expect(movesIn('Would four o’clock suit you?', 'en')).not.toContain('closed-leading-question');
  });
});

describe('an acknowledgement with "but" after it (R2)', () => {
  it('is cancelled by a play-down, an excuse or an order', () => {
    expect(movesIn('Ik zie dat u verdrietig bent, maar kinderen plagen elkaar nu eenmaal.')).toEqual(['minimise']);
    expect(movesIn('Ik snap dat u baalt. Maar ik heb nog 27 andere kinderen.')).toEqual(['defensive']);
    expect(movesIn('I can see you are upset, but it is only a phase.', 'en')).toEqual(['minimise']);
  });

  it('stands when it names the feeling and an honest limit or an invitation follows', () => {
    expect(movesIn('Ik hoor hoe bezorgd u bent, maar ik weet nog niet wat er precies is gebeurd.')).toEqual([
      'clear-honest-realistic',
      'show-understanding',
    ]);
    expect(movesIn('I can see you are upset, but can you tell me what he said?', 'en')).toEqual([
      'ask-open-question',
      'show-understanding',
    ]);
  });

  it('never stands as a bare formula', () => {
    expect(movesIn('Ik snap het, maar wat gebeurde er daarna?')).toEqual(['ask-open-question']);
  });
});

describe('negation and quotation (R3)', () => {
  it('takes a denied blame for what it is', () => {
    expect(movesIn('Ik wil niet zeggen dat het door de opvoeding komt.')).toEqual([]);
    expect(movesIn('I am not saying it comes from home.', 'en')).toEqual([]);
  });

  it('does not count a move that somebody else made', () => {
    expect(movesIn('Mijn collega zei dat het maar een geintje was.')).not.toContain('minimise');
    expect(movesIn('Someone told you that he was just being sensitive.', 'en')).not.toContain('minimise');
  });

  it('counts again what follows "but" after a denial', () => {
    expect(movesIn('Ik zeg niet dat het niks is, maar het valt echt wel mee.')).toContain('minimise');
  });
});

describe('clear sarcasm (R4)', () => {
  it('about what this parent left undone is blame, not appreciation', () => {
    expect(movesIn('Fijn dat u nu pas belt.')).toEqual(['blame-parent']);
    expect(movesIn('How nice that you finally turned up.', 'en')).toEqual(['blame-parent']);
  });
});

describe('politeness (R5)', () => {
  it.each([
    ['nl', 'Goedemorgen, komt u binnen.'],
    ['nl', 'Dank u wel, tot ziens.'],
    ['en', 'No problem at all.'],
    ['en', 'Good afternoon, I am Miss Jones.'],
  ] as const)('is no move: %s %s', (locale, turn) => {
    expect(movesIn(turn, locale)).toEqual([]);
  });
});

describe('another child (R6)', () => {
  it('is betrayed by a name with an incident or with what goes on at home', () => {
    expect(movesIn('Het was Thijs die hem duwde.')).toEqual(['break-confidentiality']);
    expect(movesIn('Ahmed has trouble at home.', 'en')).toEqual(['break-confidentiality']);
  });

  it("is not the parent's own child, a colleague, or a playmate in passing", () => {
    expect(movesIn('Noor huilde gisteren in de pauze.')).toEqual([]);
    expect(movesIn('Meester Bart zag dat hij werd geduwd.')).toEqual([]);
    expect(movesIn('Vandaag speelde Sam met Lieke in de zandbak.')).toEqual([]);
  });

  it('depends on whose parent is listening', async () => {
    const { recognizer } = await import('./lexicon.ts');

    const own = recognizer.recognize('Thijs duwde hem.', 'nl', ['Thijs']);
    const other = recognizer.recognize('Thijs duwde hem.', 'nl', ['Mila']);

    expect(own.map(({ move }) => move)).toEqual([]);
    expect(other.map(({ move }) => move)).toEqual(['break-confidentiality']);
  });
});

describe('an agreement (R7)', () => {
  it('is who, what and when', () => {
    expect(movesIn('Vanmiddag bespreek ik het met de hele klas.')).toEqual(['clear-honest-realistic']);
    expect(movesIn('I will speak to both of them after lunch.', 'en')).toEqual(['clear-honest-realistic']);
  });

  it('is none when the moment cannot be checked', () => {
    expect(movesIn('We gaan er binnenkort iets aan doen.')).toEqual([]);
    expect(movesIn('We will keep an eye on it.', 'en')).toEqual([]);
  });

  it('and contact too, when the follow-up has a day', () => {
    expect(movesIn('Ik mail u donderdag na school.')).toEqual(['be-reachable', 'clear-honest-realistic']);
  });

  it('comes with a meeting only once its day is confirmed', () => {
    expect(movesIn('Zullen we dinsdag om drie uur afspreken?')).toEqual(['propose-face-to-face']);
    expect(movesIn('Prima, dan zie ik u dinsdag om drie uur op school.')).toEqual([
      'clear-honest-realistic',
      'propose-face-to-face',
    ]);
  });
});

describe('two moves in one turn (R10)', () => {
  it('are both heard', () => {
    expect(movesIn('Wat goed dat u belt. Hoe gaat het nu met haar?')).toEqual(['appreciate', 'ask-open-question']);
  });
});
