import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';

const ANGRY = 'Mijn dochter Noor komt elke dag huilend thuis en jullie doen niks! Dan dien ik een klacht in.';
const replies = (text = '') => [...text.matchAll(/^> (.+)$/gmu)].map(([, reply]) => reply);

describe('help with a message of a parent', () => {
  it('gives in one message what it reads, three replies, what better not to write, and the source', async () => {
    const said = await chat('nl').say(`beantwoord: ${ANGRY}`);

    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ speaker: 'guide', kind: 'tip' });
    expect(said[0]?.text).toContain('Wat ik in dit bericht lees');
    expect(said[0]?.text).toContain('“Dan dien ik een klacht in.”');
    expect(said[0]?.text).toContain('Los dit niet schriftelijk op.');
    expect(said[0]?.text).toContain('Schrijf liever niet: ');
    expect(said[0]?.text).toContain('Bron: Munniksma e.a., 2014');
    expect(replies(said[0]?.text)).toHaveLength(3);
  });

  it.each([
    ['nl', 'help me hierop antwoorden: '],
    ['nl', 'Beantwoord:\n'],
    ['en', 'answer: '],
    ['en', 'Help me answer this:\n\n'],
  ] as const)('is asked for with other words too (%s: %j)', async (locale, words) => {
    const [answer] = await chat(locale).say(`${words}Can you ring me, please? I would like to talk about Sam.`);

    expect(replies(answer?.text)).toHaveLength(3);
  });

  it('asks for the message when only the word is typed, and takes the next words for it', async () => {
    const teacher = chat('nl');
    const [asking] = await teacher.say('beantwoord');

    const [answer] = await teacher.say('lotte is ziek vandaag, ze heeft koorts');

    expect(asking?.text).toContain('Plak het bericht van de ouder hier');
    expect(answer?.text).toContain('een praktisch bericht');
  });

  it('takes only the very next words for it', async () => {
    const teacher = chat('nl');
    await teacher.say('beantwoord');
    await teacher.say('tip 3');

    const [answer] = await teacher.say('is dit pesten of plagen?');

    expect(replies(answer?.text)).toEqual([]);
  });

  it('replies in the language of the message, and explains in that of the teacher', async () => {
    const [answer] = await chat('en').say(`answer: ${ANGRY}`);

    expect(answer?.text).toContain('What I read in this message');
    expect(replies(answer?.text).join(' ')).toMatch(/Kunt u|Zullen we/);
  });

  it('uses the name of the child where the parent gives it, and else none', async () => {
    const [named] = await chat('nl').say('beantwoord: Ik maak me zorgen om mijn zoon Daan. Hij slaapt zo slecht.');
    const [unnamed] = await chat('nl').say(
      'beantwoord: Ik maak me zorgen. Hij zit altijd naast Daan en slaapt slecht.',
    );

    expect(replies(named?.text).join(' ')).toContain('Daan');
    expect(replies(unnamed?.text).join(' ')).not.toContain('Daan');
    expect(replies(unnamed?.text).join(' ')).toContain('uw kind');
  });

  it('shows the route and no reply when the message tells of danger', async () => {
    const [answer] = await chat('nl').say(
      'beantwoord: als die juf nog 1 keer aan mijn zoon komt sla ik haar in elkaar',
    );

    expect(answer?.text).toContain('112');
    expect(replies(answer?.text)).toEqual([]);
  });

  it('goes on with the message when the teacher says that there is no danger in it', async () => {
    const teacher = chat('nl');
    const [route] = await teacher.say('beantwoord: als die juf nog 1 keer aan mijn zoon komt sla ik haar in elkaar');

    const [answer] = await teacher.say(route?.buttons[0] ?? '');

    expect(replies(answer?.text)).toHaveLength(3);
  });

  it('shows words of the parent as words, and follows no link in them', async () => {
    const [answer] = await chat('nl').say(
      'beantwoord: Ik ben **woest** op school, kijk [hier](https://x.example) maar!',
    );

    expect(answer?.text).toContain('Ik ben woest op school, kijk [hier] (https://x.example) maar!');
  });

  it('says that it is not sure when it is not', async () => {
    const [answer] = await chat('nl').say('beantwoord: zie bijlage');

    expect(answer?.text).toContain('Zeker weet ik het niet');
  });

  it('tells after the word source what it rests on', async () => {
    const teacher = chat('nl');
    await teacher.say(`beantwoord: ${ANGRY}`);

    const [source] = await teacher.say('bron');

    expect(source?.text).toContain('Munniksma');
  });

  it('looks on during a rehearsal, and the parent waits', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    await teacher.say('Wat merkt u thuis aan Sam?');

    const [asking] = await teacher.say('beantwoord');
    const [answer] = await teacher.say(`beantwoord: ${ANGRY}`);
    const [reply] = await teacher.say('Wat naar voor u.');

    expect(asking?.text).toContain('Typ `beantwoord:`');
    expect(replies(answer?.text)).toHaveLength(3);
    expect(reply).toMatchObject({ speaker: 'parent', turn: 2 });
  });
});
