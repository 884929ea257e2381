import { describe, expect, it } from '@jest/globals';
import { chat } from '../chat.ts';

const BEATEN = 'Sam zegt dat zijn vader hem slaat met een riem.';

describe('danger in what a teacher types', () => {
  it.each([
    ['a threat', 'Een vader zei dat hij me vermoordt.', ['112', 'schoolleiding', '0800-2000', '1712']],
    ['a child who is not safe', BEATEN, ['112', '0800-2000', '1712', 'meldcode', 'schoolleiding']],
    ['somebody who wants to die', 'Ik wil dood.', ['112', '0800-0113', '1813', 'schoolleiding']],
  ])('is answered by one calm message with the route: %s', async (_, words, route) => {
    const answer = await chat('nl').say(words);

    expect(answer).toHaveLength(1);
    expect(answer[0]).toMatchObject({ speaker: 'guide', kind: 'notice' });
    for (const step of route) expect(answer[0]?.text).toContain(step);
  });

  it('is answered in the language of the guide', async () => {
    const [answer] = await chat('en').say('I want to die.');

    expect(answer?.text).toContain('113');
    expect(answer?.text).toContain("I'm stopping here");
  });

  it('brings no advice and no report, and says so', async () => {
    const [answer] = await chat('nl').say(BEATEN);

    expect(answer?.text).toContain('ik meld niets');
  });

  it('P17 stops a rehearsal: the parent hears nothing, no turn is counted, nothing is recorded', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');

    const answer = await teacher.say(BEATEN);

    expect(answer.filter(({ speaker }) => speaker === 'parent')).toEqual([]);
    expect(teacher.kept.turns).toEqual([]);
  });

  it('lets the rehearsal go on when it was part of the practice: the parent then hears those words', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    const [stop] = await teacher.say('Ik sla u op uw bek.');

    const answer = await teacher.say(stop?.buttons[0] ?? '');

    expect(answer[0]).toMatchObject({ speaker: 'parent', kind: 'line', turn: 1 });
    expect(teacher.kept.turns).toEqual([1]);
  });

  it('lets the rehearsal go on with other words just as well, and forgets what was stopped', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');
    const [stop] = await teacher.say(BEATEN);

    const [next] = await teacher.say('Wat merkt u thuis aan Sam?');
    const [late] = await teacher.say(stop?.buttons[0] ?? '');

    expect(next).toMatchObject({ speaker: 'parent', turn: 1 });
    expect(late).toMatchObject({ speaker: 'parent', turn: 2 });
  });

  it('comes before the walk of preparing, and the sentence is not put into the plan', async () => {
    const teacher = chat('nl');
    await teacher.say('voorbereiden');

    const [answer] = await teacher.say('Ik wil dood.');
    const plan = (await teacher.say('stop')).map(({ text }) => text).join('\n');

    expect(answer?.text).toContain('0800-0113');
    expect(plan).not.toContain('Ik wil dood');
  });

  it('stops in a message that is too long for anything else', async () => {
    const [answer] = await chat('nl').say(`Ik wil dood. ${'Het was een lange dag. '.repeat(300)}`);

    expect(answer?.text).toContain('0800-0113');
  });

  it('offers a way on outside a rehearsal too, for who was misunderstood', async () => {
    const teacher = chat('nl');
    const [stop] = await teacher.say(BEATEN);

    const [answer] = await teacher.say(stop?.buttons[0] ?? '');

    expect(stop?.buttons).toEqual(['Dit was geen gevaar']);
    expect(answer?.text).not.toContain('112');
  });

  it('stops again at the next danger', async () => {
    const teacher = chat('nl');
    await teacher.say(BEATEN);

    const [answer] = await teacher.say('En ik wil zelf ook dood.');

    expect(answer?.text).toContain('0800-0113');
  });

  it('stops nobody who speaks as one does', async () => {
    const teacher = chat('nl');
    await teacher.say('oefenen');

    const [answer] = await teacher.say('Ik kan hem wel schieten als hij zo doet, maar ik snap dat u schrikt.');

    expect(answer).toMatchObject({ speaker: 'parent', turn: 1 });
  });
});
