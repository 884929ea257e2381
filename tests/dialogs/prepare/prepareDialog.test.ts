import { describe, expect, it } from '@jest/globals';
import { preparing, SITUATION, sayAll } from './plannedTalk.ts';

describe('preparing a talk', () => {
  it('says what comes out, and asks for a nickname first', async () => {
    const teacher = preparing();

    const asked = await sayAll(teacher, 'voorbereiden');

    expect(asked.text).toContain('één pagina');
    expect(asked.text).toContain('1 van 19');
    expect(asked.text).toContain('schuilnaam');
  });

  it('begins at the day when a teacher only says that there is a talk', async () => {
    const teacher = preparing();

    const asked = await sayAll(teacher, 'Ik heb donderdag een gesprek');

    expect(asked.text).toContain('donderdag 26 november 2026');
    expect(asked.text).toContain('1 van 19');
  });

  it('begins in the language in which the talk was told of', async () => {
    const asked = await sayAll(preparing('nl'), 'I have a talk on Thursday');

    expect(asked.text).toContain('Thursday, 26 November 2026');
    expect(asked.text).toContain('1 of 19');
  });

  it('does not ask again for a day and a time that were told', async () => {
    const teacher = preparing();

    const asked = await sayAll(teacher, 'Morgen om half vier heb ik een oudergesprek', ...SITUATION.slice(1, 9));

    expect(asked.text).toContain('10 van 19');
  });

  it('leaves a question about a talk to the answers', async () => {
    const answered = await sayAll(preparing(), 'Hoe begin ik morgen een gesprek met een boze ouder?');

    expect(answered.text).not.toContain('van 19');
  });

  it('shows an example that fits the case and the feeling', async () => {
    const teacher = preparing();

    const asked = await sayAll(teacher, ...SITUATION, 'overslaan');

    expect(asked.text).toContain('Wat naar voor u om te horen dat Robin er steeds buiten valt.');
    expect(asked.text).toContain('U bent boos, en dat snap ik.');
  });

  it.each(['nl', 'en'] as const)('never shows more than six buttons (%s)', async (locale) => {
    const teacher = preparing(locale);
    let counts: readonly number[] = [];
    let said = await sayAll(teacher, locale === 'nl' ? 'voorbereiden' : 'prepare');
    for (let step = 0; step < 19; step += 1) {
      counts = [...counts, said.buttons.length];
      said = await sayAll(teacher, step === 0 ? 'Robin' : locale === 'nl' ? 'overslaan' : 'skip');
    }

    expect(Math.max(...counts)).toBeLessThanOrEqual(6);
    expect(said.text).toContain('Robin');
  });

  it('takes a kind of case that is not in the list in own words', async () => {
    const asked = await sayAll(preparing(), 'voorbereiden', 'Robin', 'Ruzie over de luizencontrole');

    expect(asked.text).toContain('3 van 19');
  });

  describe('at any step', () => {
    it('skips, and goes back', async () => {
      const teacher = preparing();

      const skipped = await sayAll(teacher, 'voorbereiden', 'overslaan');
      const back = await sayAll(teacher, 'vorige');

      expect(skipped.text).toContain('2 van 19');
      expect(back.text).toContain('1 van 19');
    });

    it('shows what stands there already, and keeps it when it is skipped', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...SITUATION.slice(0, 6));

      const back = await sayAll(teacher, 'vorige');
      const page = await sayAll(teacher, 'overslaan', 'klaar');

      expect(back.text).toContain('Dit staat er al:* Dat we één afspraak maken.');
      expect(page.text).toContain('Dat we één afspraak maken.');
    });

    it('is put away with stop, and goes on where it was', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...SITUATION.slice(0, 4));

      const stopped = await sayAll(teacher, 'stop');
      const resumed = await sayAll(teacher, 'voorbereiden');

      expect(stopped.text).toContain('blijft staan');
      expect(resumed.text).toContain('4 van 19');
    });

    it('goes on after something else came in between', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...SITUATION.slice(0, 4));

      const messages = await teacher.say('tip 3');

      expect(messages[0]?.text).toContain('deskundigheid');
      expect(messages.at(-1)?.text).toContain('4 van 19');
    });

    it.each(['weet ik niet', 'Geen idee.', "I don't know", 'hint'])(
      'helps who says “%s”, and asks again',
      async (said) => {
        const helped = await sayAll(preparing(), ...SITUATION.slice(0, 5), said);

        expect(helped.text).toContain('Maak deze zin af');
        expect(helped.text).toContain('5 van 19');
      },
    );

    it.each(['😀', '…', '   ', '?!'])('asks for words when there are none in “%s”', async (said) => {
      const asked = await sayAll(preparing(), ...SITUATION.slice(0, 5), said);

      expect(asked.text).toContain('Ik zie nog geen woorden');
      expect(asked.text).toContain('5 van 19');
    });

    it('keeps four thousand characters whole', async () => {
      const teacher = preparing();
      const long = `Het begon zo. ${'Er gebeurde van alles op het plein. '.repeat(110)}`.slice(0, 3990).trim();

      const kept = await sayAll(teacher, ...SITUATION.slice(0, 3), long);
      const back = await sayAll(teacher, 'vorige');

      expect(kept.text).toContain('Dat is een flink stuk');
      expect(back.text).toContain(long.slice(-40));
    });

    it('says what to do with more, and asks the same question again', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...SITUATION.slice(0, 3));

      const messages = await teacher.say('a'.repeat(4001));

      expect(messages[0]?.text).toContain('4000');
      expect(messages.at(-1)?.text).toContain('3 van 19');
    });

    it('advises a nickname when a name is typed, and keeps what was typed', async () => {
      const teacher = preparing();

      const advised = await sayAll(teacher, ...SITUATION.slice(0, 3), 'Fatima duwde een kind van de glijbaan.');
      const back = await sayAll(teacher, 'vorige');

      expect(advised.text).toContain('*Fatima*');
      expect(advised.text).toContain('Het kind noemen we Robin');
      expect(back.text).toContain('Fatima duwde een kind');
    });
  });

  describe('the nickname', () => {
    it.each([
      ['robin', 'Robin'],
      ['noem haar “Bo”', 'Bo'],
      ['Kleine beer', 'Kleine beer'],
    ])('is taken from “%s”', async (said, nickname) => {
      const asked = await sayAll(preparing(), 'voorbereiden', said);

      expect(asked.text).toContain(`**${nickname}**`);
    });

    it.each(['Sanne van de Ven', 'het is de dochter van de bakker', '{parent}', '12'])(
      'is asked for again after “%s”',
      async (said) => {
        const asked = await sayAll(preparing(), 'voorbereiden', said);

        expect(asked.text).toContain('1 van 19');
      },
    );
  });

  describe('the day of the talk', () => {
    const before = SITUATION.slice(0, 9);

    it('comes in two answers when the time is not there yet', async () => {
      const teacher = preparing();

      const half = await sayAll(teacher, ...before, 'half vier');
      const whole = await sayAll(teacher, 'donderdag');

      expect(half.text).toContain('Om 15.30 uur dus');
      expect(whole.text).toContain('donderdag 26 november 2026 om 15.30 uur');
    });

    it.each([
      ['12 november', 'dat is al geweest'],
      ['woensdag 26 november', 'een andere dag van de week'],
      ['donderdag of vrijdag', 'meer dan één dag'],
      ['ergens volgende maand', 'Ik haal hier geen dag of tijd uit'],
    ])('gets a next step after “%s”', async (said, next) => {
      const asked = await sayAll(preparing(), ...before, said);

      expect(asked.text).toContain(next);
      expect(asked.text).toContain('9 van 19');
    });

    it('stands on the page in own words when it is no date', async () => {
      const page = await sayAll(preparing(), ...before, 'ergens volgende maand', 'overslaan', 'klaar');

      expect(page.text).toContain('ergens volgende maand');
      expect(page.text).not.toContain('In de agenda');
    });
  });

  describe('a sentence at a tip', () => {
    const atUnderstanding = [...SITUATION, 'overslaan'];

    it('is told what it does', async () => {
      const told = await sayAll(preparing(), ...atUnderstanding, 'Wat naar dat Robin er steeds buiten valt.');

      expect(told.text).toContain('toont begrip');
      expect(told.buttons).toEqual(['zo laten', 'vorige', 'stop']);
    });

    it('is told what a parent may hear in it, and why', async () => {
      const told = await sayAll(preparing(), ...atUnderstanding, 'Ach, het valt allemaal wel mee hoor.');

      expect(told.text).toContain('kan een ouder ook iets anders horen');
      expect(told.buttons).toContain('neem het voorstel');
    });

    it('that takes understanding back with “maar” is told so, and is bettered by leaving that out', async () => {
      const said = 'Ik begrijp dat u boos bent, maar u moet ook onze kant zien.';

      const told = await sayAll(preparing(), ...atUnderstanding, said);

      expect(told.text).toContain('neem je het begrip weer terug');
      expect(told.text).toContain('“Ik begrijp dat u boos bent.');
    });

    it('is bettered with its own words and a sentence of the tip, and nothing else', async () => {
      const told = await sayAll(preparing(), ...SITUATION, ...Array(4).fill('overslaan'), 'Fijn dat u er bent.');

      expect(told.text).toContain('“Fijn dat u er bent. Wat verwacht u van mij?”');
    });

    it('that only gives an order is answered with a sentence of the tip', async () => {
      const told = await sayAll(preparing(), ...SITUATION, ...Array(3).fill('overslaan'), 'U moet thuis meer spelen.');

      expect(told.text).toContain('**Zo zou het ook kunnen:** “Wat kunt u thuis doen om te helpen?”');
    });

    it('is asked for again when it is no sentence at all', async () => {
      const asked = await sayAll(preparing(), ...atUnderstanding, 'asdf qwerty zxcv');

      expect(asked.text).toContain('Hier kan ik geen zin van maken');
      expect(asked.text).toContain('11 van 19');
    });

    it('is replaced by the proposal when the teacher takes it', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...atUnderstanding, 'Ik begrijp dat u boos bent, maar u moet ook onze kant zien.');

      const next = await sayAll(teacher, 'neem het voorstel');
      const page = await sayAll(teacher, 'klaar');

      expect(next.text).toContain('Overgenomen');
      expect(page.text).not.toContain('onze kant zien');
    });

    it('can be said otherwise at once', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...atUnderstanding, 'Het valt wel mee.', 'Wat naar voor u, dat Robin er buiten valt.');

      const page = await sayAll(teacher, 'zo laten', 'klaar');

      expect(page.text).toContain('Wat naar voor u, dat Robin er buiten valt.');
      expect(page.text).not.toContain('Het valt wel mee.');
    });

    it('is still looked at after something came in between', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...atUnderstanding, 'Wat naar dat Robin er steeds buiten valt.');

      const messages = await teacher.say('privacy');

      expect(messages.at(-1)?.text).toContain('toont begrip');
    });
  });

  describe('once there is a plan', () => {
    it('offers to show it, to change one answer by its number, or to make another', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...SITUATION, 'klaar');

      const offered = await sayAll(teacher, 'voorbereiden');
      const asked = await sayAll(teacher, '5');
      const page = await sayAll(teacher, 'Dat we elkaar snappen.', 'klaar');

      expect(offered.buttons).toEqual(['toon het plan', 'oefen mijn gesprek', 'nieuw plan', 'stop']);
      expect(asked.text).toContain('5 van 19');
      expect(page.text).toContain('Dat we elkaar snappen.');
    });

    it('begins another without losing the first', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...SITUATION, 'klaar', 'voorbereiden');

      const asked = await sayAll(teacher, 'nieuw plan');

      expect(asked.text).toContain('1 van 19');
      expect(asked.text).not.toContain('Dit staat er al');
      expect(teacher.memory().earlierPlans?.map(({ answers }) => answers['nickname']?.words)).toEqual(['Robin']);
    });

    it('erases all of it with my data', async () => {
      const teacher = preparing();
      await sayAll(teacher, ...SITUATION, 'klaar', 'voorbereiden', 'nieuw plan', 'stop');

      await sayAll(teacher, 'verwijder mijn gegevens', 'ja, wis alles');

      expect(teacher.memory()).toMatchObject({ plan: null });
      expect(teacher.memory()).not.toHaveProperty('earlierPlans');
    });
  });
});

describe('a plan as it was kept before', () => {
  it('is still there, with its sentences', async () => {
    const teacher = preparing();
    await teacher.say('help');
    teacher.remember((memory) => ({
      ...memory,
      version: 1,
      plan: [{ tip: 'show-understanding', sentence: 'Wat naar voor u.' }],
    }));

    const resumed = await sayAll(teacher, 'voorbereiden');
    const page = await sayAll(teacher, 'klaar');

    expect(resumed.text).toContain('Je was hier al mee bezig');
    expect(page.text).toContain('Wat naar voor u.');
  });

  it('that was empty is no plan', async () => {
    const teacher = preparing();
    await teacher.say('help');
    teacher.remember((memory) => ({ ...memory, version: 1, plan: [] }));

    const asked = await sayAll(teacher, 'voorbereiden');

    expect(asked.text).toContain('1 van 19');
  });
});
