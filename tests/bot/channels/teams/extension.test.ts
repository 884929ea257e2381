import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aHelp, anInsertion, aSearch, dialogIn, listedIn, sentenceIn } from './fakeTeams/extension.ts';
import { aPerson } from './fakeTeams/people.ts';
import { buttonsOn, everyButtonOn, valuesOn, wordsOn } from './fakeTeams/screen.ts';
import { counted, startProductInTeams } from './productInTeams.ts';
import type { TeamsBot } from './testTeams.ts';

const group = { scope: 'groupChat', id: '19:parents@thread.v2' } as const;
const channel = { scope: 'channel', id: '19:team@thread.tacv2;messageid=1481567603816' } as const;
const LARGEST_CARD = 28 * 1024;

describe('the message extension', () => {
  const anna = aPerson('Anna');
  let bot: TeamsBot;

  beforeAll(async () => {
    bot = await startProductInTeams(anna);
  });

  afterAll(async () => {
    await bot[Symbol.asyncDispose]();
  });

  beforeEach(() => {
    counted.length = 0;
  });

  describe('searching while writing', () => {
    const search = (question: string | null) => bot.teams.deliver(aSearch(anna, question));

    it('shows the tip of the day and then the other six before anything is asked', async () => {
      const listed = listedIn(await search(null));

      expect(listed).toHaveLength(7);
      expect(listed[0]?.preview.content.title).toMatch(/^Vandaag: Tip \d: /);
      expect(new Set(listed.map(({ preview }) => preview.content.title.replace('Vandaag: ', ''))).size).toBe(7);
    });

    it('finds at most eight for a question, the surest first, and says where it only guesses', async () => {
      const listed = listedIn(await search('een moeder schreeuwt tegen mij, wat nu?'));

      expect(listed.length).toBeLessThanOrEqual(8);
      expect(listed[0]?.preview.content.title).toBe('Tip 2: Toon begrip');
      expect(listed.slice(1).every(({ preview }) => preview.content.title.startsWith('Misschien: '))).toBe(true);
    });

    it('shows sentences made for writing, one to avoid, and where they come from', async () => {
      const [first] = listedIn(await search('hoe blijf ik bereikbaar voor ouders'));
      const words = wordsOn(first?.content ?? {});

      expect(first?.contentType).toBe('application/vnd.microsoft.card.adaptive');
      expect(first?.content).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
      expect(words).toContain('Zinnen om te plakken:');
      expect(words).toContain(first?.preview.content.text ?? 'nothing');
      expect(words).toContain('Schrijf liever niet: ');
      expect(words).toContain('Bron: Munniksma e.a., 2014.');
      expect(words).toContain('Deze kaart is voor jou.');
    });

    it('links to its source in the chat with the bot alone', async () => {
      const [first] = listedIn(await search('hoe blijf ik bereikbaar voor ouders'));

      const [source] = buttonsOn(first?.content ?? {}) as readonly { title?: string; url?: string }[];

      expect(source).toMatchObject({ type: 'Action.OpenUrl', title: 'Bron' });
      expect(source?.url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/chat\/.*&message=tip%207%20bron$/);
    });

    it('says that it is not sure when it is not', async () => {
      const listed = listedIn(await search('iets met ouders en school'));

      expect(listed.every(({ preview }) => preview.content.title.startsWith('Misschien: '))).toBe(true);
      expect(wordsOn(listed[0]?.content ?? {})).toContain('Ik weet niet zeker');
    });

    it('says so when it has nothing', async () => {
      const answer = await search('hoe bak ik een appeltaart');

      expect(listedIn(answer)).toEqual([]);
      expect(sentenceIn(answer)).toContain('Daar heb ik niets over.');
    });

    it('shows the route and no tip when the question tells of danger', async () => {
      const listed = listedIn(await search('de vader slaat zijn kind met een riem, wat schrijf ik hem'));

      expect(listed).toHaveLength(1);
      expect(listed[0]?.preview.content.text).toContain('Veilig Thuis');
      expect(wordsOn(listed[0]?.content ?? {})).toContain('meldcode');
      expect(counted).toEqual(['search: danger']);
    });

    it('speaks the language of the client', async () => {
      const activity = { ...aSearch(anna, 'a mother is shouting at me, what now?'), locale: 'en-GB' };

      const [first] = listedIn(await bot.teams.deliver(activity));

      expect(wordsOn(first?.content ?? {})).toContain('Sentences to paste:');
    });

    it('shows what it finds in the language of the question, when the client is set to another', async () => {
      const english = { ...aSearch(anna, 'een moeder schreeuwt tegen mij, wat nu?'), locale: 'en-GB' };

      const [first] = listedIn(await bot.teams.deliver(english));

      expect(first?.preview.content.title).toBe('Tip 2: Toon begrip');
    });

    it('has no second page', async () => {
      expect(listedIn(await bot.teams.deliver(aSearch(anna, 'boos', undefined, 25)))).toEqual([]);
    });
  });

  describe('help with a message', () => {
    const angry =
      '<p>Onze dochter Emma kwam weer huilend thuis.</p><p>Jullie doen er <b>niks</b> aan! Dan ga ik naar de inspectie.</p>';
    const help = (html: string) => bot.teams.deliver(aHelp(anna, html));

    it('shows what it reads in the message, in the parent’s own words', async () => {
      const words = wordsOn(dialogIn(await help(angry)));

      expect(words).toContain('Wat ik in dit bericht lees');
      expect(words).toContain('“Jullie doen er niks aan!”');
      expect(words).toContain('“Dan ga ik naar de inspectie.”');
    });

    it('warns not to settle it in writing, and says what better not to write', async () => {
      const words = wordsOn(dialogIn(await help(angry)));

      expect(words).toContain('Los dit niet schriftelijk op.');
      expect(words).toContain('Schrijf liever niet: ');
    });

    it('offers three replies to change, each with a button of its own', async () => {
      const dialog = dialogIn(await help(angry));

      const replies = Object.values(valuesOn(dialog));

      expect(replies).toHaveLength(3);
      expect(new Set(replies).size).toBe(3);
      expect(replies.join(' ')).toContain('Emma');
      const buttons = everyButtonOn(dialog).filter(({ type }) => type === 'Action.Submit');
      expect(buttons.map(({ data }) => data)).toEqual(replies.map((text, reply) => ({ reply, text })));
      expect(wordsOn(dialog)).toContain(replies[0]);
    });

    it('answers in the language of the message and explains in that of the teacher', async () => {
      const dialog = dialogIn(await help('<div>You promised to ring me on Friday and I have not heard a thing.</div>'));

      expect(Object.values(valuesOn(dialog)).every((reply) => /\byou\b/i.test(reply))).toBe(true);
      expect(wordsOn(dialog)).toContain('Los dit niet schriftelijk op.');
    });

    it('shows the route first, and no reply, when the message tells of danger', async () => {
      const dialog = dialogIn(await help('<p>Als die juf nog een keer aan mijn zoon komt sla ik haar in elkaar</p>'));

      expect(wordsOn(dialog)).toContain('112');
      expect(wordsOn(dialog)).toContain('Lees dit eerst.');
      expect(valuesOn(dialog)).toEqual({});
    });

    it('goes on from the route when the teacher says that it was no danger', async () => {
      const route = dialogIn(await help('<p>Als die juf nog een keer aan mijn zoon komt sla ik haar in elkaar</p>'));
      const [goOn] = buttonsOn(route);

      const dialog = dialogIn(await bot.teams.deliver(anInsertion(anna, goOn?.data ?? {})));

      expect(goOn).toMatchObject({ title: 'Dit was geen gevaar' });
      expect(Object.values(valuesOn(dialog))).toHaveLength(3);
    });

    it('says so when there is no text in it', async () => {
      expect(sentenceIn(await help('<img src="https://x.example/a.png">'))).toContain('geen tekst');
    });

    it('leaves out what the parent only quotes', async () => {
      const dialog = dialogIn(
        await help('<blockquote>Ik eis dat hij geschorst wordt</blockquote><p>Dank u wel juf!</p>'),
      );

      expect(wordsOn(dialog)).toContain('een bedankje');
      expect(wordsOn(dialog)).not.toContain('geschorst');
    });

    it('knows a long message that was sent late', async () => {
      const long = `<p>${'Vandaag ging het weer over de plaats in de kring en wie daar mocht zitten. '.repeat(5)}</p>`;

      const dialog = dialogIn(await bot.teams.deliver(aHelp(anna, long, undefined, '2030-01-15T22:40:00Z')));

      expect(wordsOn(dialog)).toContain('laat op de avond');
    });

    it('fits a card of Teams, however long the message is', async () => {
      const answer = await help(`<p>${'Jullie doen niks en ik eis dat hij weg moet! '.repeat(80)}</p>`);

      expect(Buffer.byteLength(JSON.stringify(dialogIn(answer)))).toBeLessThan(LARGEST_CARD);
    });

    it('puts the reply into what the teacher writes, as the teacher changed it', async () => {
      const answer = await bot.teams.deliver(
        anInsertion(anna, { reply: 1, reply0: 'Nee', reply1: 'Kom gerust langs.' }),
      );

      const [card] = listedIn(answer);

      expect(wordsOn(card?.content ?? {})).toBe('Kom gerust langs.');
      expect(buttonsOn(card?.content ?? {})).toEqual([]);
    });

    it('puts the reply there as it was when nobody opened the box to change it', async () => {
      const answer = await bot.teams.deliver(anInsertion(anna, { reply: 0, text: 'Kom gerust langs.' }));

      expect(wordsOn(listedIn(answer)[0]?.content ?? {})).toBe('Kom gerust langs.');
    });

    it('puts nothing there when the reply was emptied', async () => {
      const answer = await bot.teams.deliver(anInsertion(anna, { reply: 0, reply0: '  ' }));

      expect(sentenceIn(answer)).toContain('leeg');
    });
  });

  describe('wherever it is used', () => {
    it.each([group, channel])('answers in $scope, and the bot says nothing there', async (company) => {
      const searched = await bot.teams.deliver(aSearch(anna, 'pesten of plagen', company));
      const helped = await bot.teams.deliver(aHelp(anna, '<p>Het valt me op dat u met twee maten meet.</p>', company));
      await bot.pass(1);

      expect(listedIn(searched).length).toBeGreaterThan(0);
      expect(wordsOn(dialogIn(helped))).toContain('anders behandeld');
      expect(bot.teams.textsIn(company.id)).toEqual([]);
    });

    it('keeps nothing of it and logs no word of it', async () => {
      const before = await bot.log(anna);
      await bot.teams.deliver(aSearch(anna, 'schildpaddenvraag over ouders'));
      await bot.teams.deliver(aHelp(anna, '<p>schildpaddenbericht: ik ben heel boos op school</p>'));
      await bot.teams.deliver(anInsertion(anna, { reply: 0, reply0: 'schildpaddenantwoord' }));

      expect(await bot.log(anna)).toEqual(before);
      expect(bot.logged.join('\n')).not.toContain('schildpad');
    });

    it('gives the same help in the chat with the bot, in words', async () => {
      await bot.teams.say(anna, 'beantwoord: U zou mij vrijdag bellen en ik heb niets gehoord.');
      await bot.pass(1);

      const said = (await bot.texts(anna)).at(-1);
      expect(said).toContain('teleurstelling over een afspraak');
      expect(said).toContain('Los dit niet schriftelijk op.');
    });

    it('is counted by topic, never by words', async () => {
      await bot.teams.deliver(aSearch(anna, 'hoe blijf ik bereikbaar voor ouders'));
      await bot.teams.deliver(aHelp(anna, '<p>Lotte is ziek vandaag, ze heeft koorts.</p>'));

      expect(counted).toEqual(['search: be-reachable', 'help: practical']);
    });

    it('is not for people of another organisation', async () => {
      const stranger = aPerson('Sanne', 'd2f0a6b4-1c58-4e9b-8a73-90b5c64e17fd');

      expect((await bot.teams.deliver(aSearch(stranger, 'boos'))).status).toBe(403);
      expect((await bot.teams.deliver(aHelp(stranger, '<p>boos</p>'))).status).toBe(403);
    });

    it('does not know commands that are not in its manifest', async () => {
      const unknown = aSearch(anna, 'boos');
      const other = { ...unknown, value: { commandId: 'something', parameters: [] } };

      expect((await bot.teams.deliver(other)).status).toBe(501);
    });
  });
});
