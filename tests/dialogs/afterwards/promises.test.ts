import { describe, expect, it } from '@jest/globals';
import { dueReminders, withReminded } from '../../../dialogs/afterwards/dueReminders.ts';
import type { LookBack } from '../../../dialogs/afterwards/lookBack.ts';
import { type KeptPromise, openPromises, withPromises } from '../../../dialogs/afterwards/promises.ts';
import type { Plan } from '../../../dialogs/prepare/plan.ts';
import { chat } from '../chat.ts';

const NOW = new Date('2026-11-27T10:00:00Z');

function aPromise(changes: Partial<KeptPromise> = {}): KeptPromise {
  return {
    id: 'promise-1',
    what: 'Even bellen',
    due: '2026-11-27',
    talk: null,
    madeAt: '2026-11-23T08:00:00Z',
    status: 'open',
    ...changes,
  };
}

const A_PLAN: Plan = {
  version: 1,
  id: 'plan-1',
  madeAt: '2026-11-20T08:00:00Z',
  changedAt: '2026-11-20T08:00:00Z',
  finishedAt: null,
  at: 'nickname',
  answers: {},
  sentences: [],
  meeting: null,
  agreements: [],
};

function aLookBack(planId: string): LookBack {
  return {
    version: 1,
    id: 'back-1',
    at: '2026-11-26T18:00:00Z',
    talk: null,
    planId,
    tips: {},
    agreements: [],
    next: null,
  };
}

/** A chat in which two promises were made: to call on Friday, and to ask something, without a day. */
async function promising() {
  const talk = chat('nl');
  for (const text of ['terugblik', 'Maandag', 'klaar']) await talk.say(text);
  await talk.say('terugblik');
  await talk.say('Een gesprek');
  for (let tip = 0; tip < 8; tip++) await talk.say('overslaan');
  for (const text of ['Ik bel vrijdag', 'Ik vraag het na', 'Geen dag', 'Dat was het', 'klaar']) await talk.say(text);
  return talk;
}

describe('promises', () => {
  it('are listed by day, those without a day last', async () => {
    const talk = await promising();

    const [list] = await talk.say('beloften');

    expect(list?.text).toContain('1. Ik bel vrijdag (vrijdag 27 november');
    expect(list?.text).toContain('2. Ik vraag het na (zonder dag');
  });

  it('are done, put off to a day, or let go by their number', async () => {
    const talk = await promising();

    const [later] = await talk.say('belofte 1 later 4 december');
    const [done] = await talk.say('Belofte 1 gedaan.');
    const [dropped] = await talk.say('belofte 1 laten vallen');

    expect(later?.text).toContain('Verzet naar vrijdag 4 december');
    expect(done?.text).toContain('dat is gedaan: Ik bel vrijdag');
    expect(dropped?.text).toContain('Van je lijst: Ik vraag het na');
    expect(talk.memory().promises?.map(({ status }) => status)).toEqual(['done', 'dropped']);
  });

  it('are put off by a week when no day is named', async () => {
    const talk = await promising();

    await talk.say('belofte 1 later');

    expect(openPromises(talk.memory().promises)[0]?.due).toBe('2026-12-04');
  });

  it('say so when there is no such number', async () => {
    const talk = await promising();

    const [said] = await talk.say('belofte 7 gedaan');

    expect(said?.text).toContain('Nummer 7 staat niet op je lijst');
  });

  it('leave an ordinary sentence to the parent alone', async () => {
    const talk = await promising();
    await talk.say('oefenen');

    const said = await talk.say('Belofte maakt schuld, ik bel u vrijdag.');

    expect(said.some(({ speaker }) => speaker === 'parent')).toBe(true);
  });

  it('are kept sixty at most; what is settled goes first', () => {
    const settled = Array.from({ length: 50 }, (_, index) => aPromise({ id: `done-${index}`, status: 'done' }));
    const open = Array.from({ length: 20 }, (_, index) => aPromise({ id: `open-${index}` }));

    const kept = withPromises(settled, open);

    expect(kept).toHaveLength(60);
    expect(openPromises(kept)).toHaveLength(20);
  });
});

describe('reminders', () => {
  it('are due on the day of a promise and after it, by the Dutch calendar', () => {
    const promises = [
      aPromise({ id: 'today' }),
      aPromise({ id: 'late', due: '2026-11-25' }),
      aPromise({ id: 'to-come', due: '2026-11-28' }),
      aPromise({ id: 'someday', due: null }),
      aPromise({ id: 'done', due: '2026-11-20', status: 'done' }),
    ];

    const due = dueReminders({ promises }, NOW);

    expect(due).toMatchObject([
      { kind: 'promise', promise: { id: 'late' }, daysLate: 2 },
      { kind: 'promise', promise: { id: 'today' }, daysLate: 0 },
    ]);
    expect(dueReminders({ promises: [aPromise()] }, new Date('2026-11-26T23:30:00Z'))).toHaveLength(1);
    expect(dueReminders({ promises: [aPromise()] }, new Date('2026-11-26T22:30:00Z'))).toHaveLength(0);
  });

  it('ask once after a planned talk that has been, while it was not looked back on', () => {
    const plan = { ...A_PLAN, meeting: { start: '2026-11-26T15:30' } };
    const asked = withReminded(undefined, dueReminders({ plan }, NOW), '2026-11-27T10:00:00Z');

    expect(dueReminders({ plan }, NOW)).toMatchObject([{ kind: 'talk' }]);
    expect(dueReminders({ plan }, new Date('2026-11-26T18:00:00Z'))).toEqual([]);
    expect(dueReminders({ plan }, new Date('2026-12-20T18:00:00Z'))).toEqual([]);
    expect(dueReminders({ plan, reminders: asked }, new Date('2026-11-28T10:00:00Z'))).toEqual([]);
    expect(dueReminders({ plan, lookBacks: [aLookBack(plan.id)] }, NOW)).toEqual([]);
  });

  it('come once a day at most, and not at all when they are switched off', () => {
    const promises = [aPromise()];

    expect(dueReminders({ promises, reminders: { lastDay: '2026-11-27' } }, NOW)).toEqual([]);
    expect(dueReminders({ promises, reminders: { lastDay: '2026-11-26' } }, NOW)).toHaveLength(1);
    expect(dueReminders({ promises, reminders: { off: true } }, NOW)).toEqual([]);
  });

  it('are one kind message when the teacher comes back, which says how to stop it', async () => {
    const talk = await promising();
    talk.wait(4 * 24 * 3600);

    const said = await talk.tell({ name: 'op-een-lijn/came-back', value: null });
    const again = await talk.tell({ name: 'op-een-lijn/came-back', value: null });

    expect(said).toHaveLength(1);
    expect(said[0]?.text).toContain('Ik bel vrijdag (vandaag)');
    expect(said[0]?.text).toContain('herinneringen uit');
    expect(said[0]?.buttons).toContain('belofte 1 gedaan');
    expect(again).toEqual([]);
  });

  it('stay away after they were switched off, until they are switched on', async () => {
    const talk = await promising();
    talk.wait(4 * 24 * 3600);
    await talk.say('herinneringen uit');

    const silent = await talk.tell({ name: 'op-een-lijn/came-back', value: null });
    await talk.say('herinneringen aan');
    const said = await talk.tell({ name: 'op-een-lijn/came-back', value: null });

    expect(silent).toEqual([]);
    expect(said).toHaveLength(1);
  });

  it('leave the talk that is open as it is', async () => {
    const talk = await promising();
    await talk.say('oefenen');
    talk.wait(4 * 24 * 3600);

    const said = await talk.tell({ name: 'op-een-lijn/came-back', value: null });

    expect(said.at(-1)?.text).toContain('Het gesprek staat nog open');
  });
});

describe('what the own page asks', () => {
  it('settles a promise without a word in the chat', async () => {
    const talk = await promising();
    const [first] = openPromises(talk.memory().promises);

    const said = await talk.tell({ name: 'op-een-lijn/settle-promise', value: { id: first?.id ?? '', as: 'done' } });

    expect(said).toEqual([]);
    expect(openPromises(talk.memory().promises).map(({ what }) => what)).toEqual(['Ik vraag het na']);
  });

  it('erases a rehearsal from memory too, and puts the talk away that is at hand', async () => {
    const talk = chat('nl');
    for (const text of ['oefenen', 'Wat naar voor u.', 'stop', 'rustiger']) await talk.say(text);

    const said = await talk.tell({ name: 'op-een-lijn/erase-rehearsal', value: { id: 'rehearsal-1' } });
    const next = await talk.say('vervolg');

    expect(talk.kept.erasedRehearsals).toEqual(['rehearsal-1']);
    expect(talk.memory().rehearsed).toEqual([]);
    expect(JSON.stringify(talk.memory())).not.toContain('Wat naar voor u');
    expect(said.at(-1)?.text).toContain('Deze oefening is gewist');
    expect(next.map(({ text }) => text).join()).not.toContain('Wat je toen zei en beloofde');
  });

  it('erases everything, as the words for it do', async () => {
    const talk = await promising();

    const said = await talk.tell({ name: 'op-een-lijn/erase-everything', value: null });

    expect(talk.kept.erased).toBe(true);
    expect(said.at(-1)?.erased).toBe(true);
    expect(Object.keys(talk.memory()).toSorted()).toEqual(['dialogs', 'locale', 'plan', 'rehearsed', 'version']);
  });
});
