import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueReminders, withReminded } from '../../../dialogs/afterwards/dueReminders.ts';
import { nextReminderDay } from '../../../dialogs/afterwards/nextReminderDay.ts';
import type { KeptPromise } from '../../../dialogs/afterwards/promises.ts';
import { daysAfter } from '../../../dialogs/prepare/meeting/namedDays.ts';
import type { Plan } from '../../../dialogs/prepare/plan.ts';
import { chat } from '../chat.ts';

const MONDAY = '2026-11-23';

function aPromise(changes: Partial<KeptPromise> = {}): KeptPromise {
  return {
    id: 'promise-1',
    what: 'Even bellen',
    due: '2026-11-27',
    talk: null,
    madeAt: `${MONDAY}T08:00:00Z`,
    status: 'open',
    ...changes,
  };
}

function aPlan(start: string): Plan {
  return {
    version: 1,
    id: 'plan-1',
    madeAt: `${MONDAY}T08:00:00Z`,
    changedAt: `${MONDAY}T08:00:00Z`,
    finishedAt: null,
    at: 'nickname',
    answers: {},
    sentences: [],
    meeting: { start },
    agreements: [],
  };
}

const noon = (day: string) => new Date(`${day}T11:00:00Z`);
const next = (memory: Parameters<typeof nextReminderDay>[0], day = MONDAY) => nextReminderDay(memory, noon(day));

describe('the day of the next reminder', () => {
  it('is the day that a promise is for, the first of all that are open', () => {
    const promises = [aPromise({ due: '2026-12-04' }), aPromise(), aPromise({ due: '2026-11-24', status: 'done' })];

    expect(next({ promises })).toBe('2026-11-27');
  });

  it('is not the day on which the promise was made, but the one after', () => {
    expect(next({ promises: [aPromise({ due: MONDAY })] })).toBe('2026-11-24');
  });

  it('comes again after a week, and after two, and then no more', () => {
    const promises = [aPromise()];

    expect(next({ promises, reminders: { lastDay: '2026-11-27' } }, '2026-11-27')).toBe('2026-12-04');
    expect(next({ promises, reminders: { lastDay: '2026-12-04' } }, '2026-12-04')).toBe('2026-12-11');
    expect(next({ promises, reminders: { lastDay: '2026-12-11' } }, '2026-12-11')).toBeNull();
  });

  it('stays when nobody was reminded on it, as in holidays', () => {
    expect(next({ promises: [aPromise()] }, '2027-01-11')).toBe('2026-11-27');
  });

  it('is the day after a planned talk, while it is asked after', () => {
    const plan = aPlan('2026-11-26T15:30');

    expect(next({ plan })).toBe('2026-11-27');
    expect(next({ plan, reminders: { askedAfter: plan.id } })).toBeNull();
    expect(next({ plan }, '2026-12-20')).toBeNull();
  });

  it('is none without promises, without their days, or when reminders are off', () => {
    expect(next({})).toBeNull();
    expect(next({ promises: [aPromise({ due: null })] })).toBeNull();
    expect(next({ promises: [aPromise()], reminders: { off: true } })).toBeNull();
  });

  it('does not wait for a day that only a wrong clock has seen', () => {
    const promises = [aPromise()];
    const reminders = { lastDay: '2099-01-01' };

    expect(next({ promises, reminders }, '2026-11-27')).toBe('2026-11-27');
    expect(dueReminders({ promises, reminders }, noon('2026-11-27'))).toHaveLength(1);
    expect(dueReminders({ promises, reminders: { lastDay: '2026-11-28' } }, noon('2026-11-27'))).toEqual([]);
  });

  it('always has something to say when it has come, and has then moved on', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((days) => daysAfter(MONDAY, days));
    const promise = fc.record({ due: fc.option(day), made: day, isOpen: fc.boolean() });

    fc.assert(
      fc.property(
        fc.array(promise, { maxLength: 4 }),
        fc.option(day),
        fc.option(day),
        day,
        (made, lastDay, meeting, today) => {
          const memory = {
            promises: made.map(({ due, made: on, isOpen }, index) =>
              aPromise({ id: `${index}`, due, madeAt: `${on}T08:00:00Z`, status: isOpen ? 'open' : 'done' }),
            ),
            ...(meeting ? { plan: aPlan(`${meeting}T15:30`) } : {}),
            reminders: lastDay ? { lastDay } : {},
          };
          const when = next(memory, today);
          if (when === null || when > today) return;

          const due = dueReminders(memory, noon(today));
          const after = next(
            { ...memory, reminders: withReminded(memory.reminders, due, `${today}T11:00:00Z`) },
            today,
          );

          expect(due).not.toEqual([]);
          expect(after === null || after > today).toBe(true);
        },
      ),
    );
  });
});

describe('a reminder that nobody asked for', () => {
  async function promising() {
    const talk = chat('nl');
    await talk.say('help');
    talk.remember((memory) => ({ ...memory, promises: [aPromise()] }));
    return talk;
  }

  it('says why it comes before it says what it is about, and how to stop it', async () => {
    const talk = await promising();
    talk.wait(4 * 24 * 3600);

    const [said, ...more] = await talk.tell({ name: 'op-een-lijn/remind', value: null });

    expect(said?.text).toMatch(/^\*\*Even een seintje\.\*\*.*daarom schrijf ik je.*Even bellen.*herinneringen uit/s);
    expect(said?.buttons).toContain('herinneringen uit');
    expect(more).toEqual([]);
  });

  it('does not come before its day, not twice, and not after the words that stop it', async () => {
    const talk = await promising();

    expect(await talk.tell({ name: 'op-een-lijn/remind', value: null })).toEqual([]);
    talk.wait(4 * 24 * 3600);
    expect(await talk.tell({ name: 'op-een-lijn/remind', value: null })).toHaveLength(1);
    expect(await talk.tell({ name: 'op-een-lijn/remind', value: null })).toEqual([]);
    talk.wait(24 * 3600);
    expect(await talk.tell({ name: 'op-een-lijn/remind', value: null })).toEqual([]);
    await talk.say('herinneringen uit');
    talk.wait(6 * 24 * 3600);
    expect(await talk.tell({ name: 'op-een-lijn/remind', value: null })).toEqual([]);
  });

  it('leaves what is open as it is, without asking again', async () => {
    const talk = await promising();
    await talk.say('oefenen');
    talk.wait(4 * 24 * 3600);

    expect(await talk.tell({ name: 'op-een-lijn/remind', value: null })).toHaveLength(1);
  });
});
