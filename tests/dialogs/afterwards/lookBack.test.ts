import { describe, expect, it } from '@jest/globals';
import { chat, type Said } from '../chat.ts';

const ALL_TIPS = ['Ging goed', 'Half', 'Niet gebruikt', 'Lukte niet', 'Ging goed', 'Half', 'Ging goed'];

/** A look back from its first word, with these answers; what came of each. */
async function lookBack(answers: readonly string[]) {
  const talk = chat('nl');
  const said: (readonly Said[])[] = [await talk.say('terugblik')];
  for (const answer of answers) said.push(await talk.say(answer));
  return { talk, said, last: said.at(-1)?.at(-1) };
}

describe('looking back on a real talk', () => {
  it('asks which talk it was, with the ways on as buttons', async () => {
    const { last } = await lookBack([]);

    expect(last?.text).toContain('Terugkijken op een echt gesprek');
    expect(last?.buttons).toEqual(['Een ander echt gesprek', 'beloften', 'stop']);
  });

  it.each(['Een ander echt gesprek', 'Another talk'])(
    'asks what the other talk is called after %s, and begins no rehearsal',
    async (answer) => {
      const { last } = await lookBack([answer]);

      expect(last?.buttons).toEqual(['Geen naam', 'vorige', 'stop']);
    },
  );

  it('never shows more than six buttons', async () => {
    const { said } = await lookBack([
      'De vader van maandag',
      ...ALL_TIPS,
      'Ze lezen elke avond samen',
      'De ouder',
      'Geen dag',
      'Dat was het',
      'Ik bel vrijdag',
      'Dat was het',
      'Geen van deze',
    ]);

    for (const messages of said) expect(messages.at(-1)?.buttons.length).toBeLessThanOrEqual(6);
  });

  it('asks of each tip how it went, in four words to press', async () => {
    const { last } = await lookBack(['De vader van maandag']);

    expect(last?.text).toContain('1 van 7. Onderhoud face-to-face contact');
    expect(last?.buttons).toEqual(['Ging goed', 'Half', 'Lukte niet', 'Niet gebruikt', 'vorige', 'stop']);
  });

  it('takes the number of a talk as that talk, and not as its name', async () => {
    const { last } = await lookBack(['1']);

    expect(last?.text).toContain('Hoe noem je dit gesprek');
  });

  it.each([
    ['ging wel goed', 'Ging goed'],
    ['gaat wel', 'Half'],
    ['niet goed', 'Lukte niet'],
    ['vergeten', 'Niet gebruikt'],
  ])('takes “%s” as “%s”', async (said, shown) => {
    const { last } = await lookBack(['De vader van maandag', said, 'klaar']);

    expect(last?.text).toContain(`| Onderhoud face-to-face contact | ${shown} |`);
  });

  it.each(['nee', 'Niks.', 'dat was alles', 'weet ik niet'])(
    'takes “%s” as no agreement and no promise',
    async (said) => {
      const { last } = await lookBack(['De vader van maandag', ...ALL_TIPS, said, said, said, 'klaar']);

      expect(last?.text).not.toContain('Wat we afspraken');
      expect(last?.text).not.toContain('Wat ik heb beloofd');
    },
  );

  it('asks for the words when a teacher only says yes', async () => {
    const { last } = await lookBack(['De vader van maandag', ...ALL_TIPS, 'ja']);

    expect(last?.text).toContain('Typ het in een paar woorden');
    expect(last?.text).toContain('Wat hebben jullie afgesproken?');
  });

  it.each(['overslaan', 'klaar'])(
    'keeps an agreement and a promise of which the rest is not told (%s)',
    async (word) => {
      const agreed = await lookBack(['De vader van maandag', ...ALL_TIPS, 'We bellen elkaar', word, 'klaar']);
      const promised = await lookBack([
        'De vader van maandag',
        ...ALL_TIPS,
        'Niets',
        'Ik zoek een boekje',
        word,
        'klaar',
      ]);

      expect(
        agreed.said
          .flat()
          .map(({ text }) => text)
          .join('\n'),
      ).toContain('| We bellen elkaar |');
      expect(
        promised.said
          .flat()
          .map(({ text }) => text)
          .join('\n'),
      ).toContain('- Ik zoek een boekje\n');
    },
  );

  it('does not say that it was begun before anything was answered', async () => {
    const { talk } = await lookBack(['stop']);

    const asked = await talk.say('terugblik');

    expect(asked.at(-1)?.text).not.toContain('Je was hier al mee bezig');
  });

  it('says so when a name was typed', async () => {
    const { last } = await lookBack(['De moeder van Noor']);

    expect(last?.text).toContain('Ik zie een naam staan: *Noor*');
    expect(last?.text).toContain('1 van 7');
  });

  it('puts no promise on a day that has been', async () => {
    const { last } = await lookBack(['De vader van maandag', ...ALL_TIPS, 'Niets', 'Ik bel nog even', 'gisteren']);

    expect(last?.text).toContain('Daar zie ik geen dag in die nog komt');
  });

  it('asks once more when an answer is none of the four', async () => {
    const { last } = await lookBack(['De vader van maandag', 'tja, gaat wel']);

    expect(last?.text).toContain('Kies een van de antwoorden');
    expect(last?.text).toContain('1 van 7');
  });

  it('keeps who does what and when, and asks for the day only when none was named', async () => {
    const { talk, said } = await lookBack([
      'De vader van maandag',
      ...ALL_TIPS,
      'Ik stuur vrijdag een bericht',
      'Ik',
      'Hij oefent thuis met lezen',
      'De ouder',
      'over twee weken',
    ]);

    expect(said.at(-4)?.at(-1)?.text).toContain('Nog een afspraak?');
    expect(said.at(-3)?.at(-1)?.text).toContain('Wie doet dat?');
    expect(talk.memory().lookingBack?.agreements).toEqual([
      { what: 'Ik stuur vrijdag een bericht', who: 'me', due: '2026-11-27' },
      { what: 'Hij oefent thuis met lezen', who: 'parent', due: '2026-12-07' },
    ]);
  });

  it('helps on when it can find no day, and loses nothing', async () => {
    const { talk, last } = await lookBack([
      'De vader van maandag',
      ...ALL_TIPS,
      'Ik zoek het uit',
      'Ik',
      'zo snel mogelijk',
    ]);

    expect(last?.text).toContain('Daar zie ik geen dag in');
    expect(last?.text).toContain('Ik zoek het uit');
    expect(talk.memory().lookingBack?.open).toMatchObject({ what: 'Ik zoek het uit', who: 'me' });
  });

  it('ends in promises on the list: what the teacher agreed to do, promised, and a small moment of contact', async () => {
    const { talk } = await lookBack([
      'De vader van maandag',
      ...ALL_TIPS,
      'Ik stuur vrijdag een bericht',
      'Ik',
      'Hij oefent thuis',
      'De ouder',
      'Morgen',
      'Dat was het',
      'De directeur vragen',
      'Geen dag',
      'Dat was het',
      'Even bellen, over een week',
      'Eerst vragen, dan pas uitleggen',
    ]);

    expect(talk.memory().promises?.map(({ what, due, talk: about, status }) => [what, due, about, status])).toEqual([
      ['Ik stuur vrijdag een bericht', '2026-11-27', 'De vader van maandag', 'open'],
      ['De directeur vragen', null, 'De vader van maandag', 'open'],
      ['Even bellen met iets goeds, en vragen hoe het thuis gaat', '2026-11-30', 'De vader van maandag', 'open'],
    ]);
    expect(talk.memory().lookBacks).toMatchObject([
      { talk: 'De vader van maandag', tips: { 'show-understanding': 'half' }, next: 'Eerst vragen, dan pas uitleggen' },
    ]);
    expect(talk.memory().lookingBack).toBeUndefined();
  });

  it('ends in a page, Word and a calendar of the promises, and offers to rehearse that moment', async () => {
    const { talk, last } = await lookBack([
      'De moeder over de bouwhoek',
      ...ALL_TIPS,
      'Niets',
      'Ik bel vrijdag terug',
      'Dat was het',
      'Geen van deze',
      'Zeggen dat haar kind niet meer mee mag doen in de bouwhoek, dat dat pijn doet',
    ]);

    const [keepsake] = talk.kept.keepsakes;
    expect(keepsake).toMatchObject({
      tool: 'afterwards',
      title: 'Terugblik: De moeder over de bouwhoek',
      events: [{ title: 'Ik bel vrijdag terug', start: '2026-11-27' }],
    });
    expect(last?.text).toContain('/keep/keepsake-1/calendar.ics');
    expect(last?.buttons[0]).toBe('oefenen left-out-in-the-block-corner');
  });

  it('takes over what was planned, and rehearses the own talk', async () => {
    const talk = chat('nl');
    for (const words of ['voorbereiden', 'Bo', 'Valt erbuiten', 'Bo staat steeds alleen.', 'Boos of teleurgesteld']) {
      await talk.say(words);
    }
    await talk.say('stop');
    const [asked] = await talk.say('terugblik');
    for (const words of ['Het gesprek over Bo', 'Ging goed']) await talk.say(words);

    const said = await talk.say('klaar');

    expect(asked?.buttons).toContain('Het gesprek over Bo');
    expect(said.at(-1)?.text).toContain('Terugblik: Bo');
    expect(said.at(-1)?.buttons[0]).toBe('oefen mijn gesprek');
  });

  it('proposes the tip that went least well to who does not know what to try', async () => {
    const { talk, last } = await lookBack([
      'Een gesprek',
      ...ALL_TIPS,
      'Niets',
      'Niets',
      'Geen van deze',
      'weet ik niet',
    ]);

    expect(last?.text).toContain('Dan misschien deze: **Maak aanspraak op de verantwoordelijkheid van ouders**');
    expect(talk.memory().lookBacks?.[0]?.next).toBe('Maak aanspraak op de verantwoordelijkheid van ouders');
  });

  it('is put away by stop, and goes on where it was', async () => {
    const { talk, last } = await lookBack(['De vader van maandag', 'Ging goed', 'stop']);

    const again = await talk.say('terugblik');

    expect(last?.text).toContain('we leggen de terugblik weg');
    expect(again.at(-1)?.text).toContain('Je was hier al mee bezig');
    expect(again.at(-1)?.text).toContain('2 van 7');
  });

  it('goes back a step, leaves one out, and starts over', async () => {
    const { said } = await lookBack(['De vader van maandag', 'overslaan', 'vorige', 'opnieuw beginnen']);

    expect(said.at(-3)?.at(-1)?.text).toContain('2 van 7');
    expect(said.at(-2)?.at(-1)?.text).toContain('1 van 7');
    expect(said.at(-1)?.at(-1)?.text).toContain('Welk gesprek was het?');
  });

  it('gives way to a rehearsal while nothing was answered, and afterwards not', async () => {
    const { talk } = await lookBack([]);
    const rehearsing = await talk.say('oefenen');
    const { last } = await lookBack(['De vader van maandag', 'oefenen']);

    expect(rehearsing.map(({ text }) => text).join()).toContain('Buitengesloten in de bouwhoek');
    expect(last?.text).toContain('1 van 7');
  });

  it('is one message when a talk is going on', async () => {
    const talk = chat('nl');
    await talk.say('oefenen');

    const said = await talk.say('terugblik');

    expect(said[0]?.text).toContain('Je hebt hier nog geen gesprek afgerond');
    expect(said.at(-1)?.text).toContain('Het gesprek staat nog open');
  });

  it('has nothing to keep when everything was left out', async () => {
    const { talk, last } = await lookBack(['De vader van maandag', 'klaar']);

    expect(last?.text).toContain('nog niets ingevuld');
    expect(talk.kept.keepsakes).toEqual([]);
  });

  it('speaks English to who speaks English', async () => {
    const talk = chat('en');
    await talk.say('afterwards');
    await talk.say('The father on Monday');

    const said = await talk.say('Went well');

    expect(said.at(-1)?.text).toContain('2 of 7. Show understanding');
  });
});
