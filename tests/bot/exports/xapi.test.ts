import { describe, expect, it } from '@jest/globals';
import { pseudonymOf, type TalkDone, xapiStatements } from '../../../bot/exports/xapiStatements.ts';
import { ringOf } from '../../../bot/keys/keyRing.ts';
import { aTalk, content } from './aTalk.ts';
import { statementSchema } from './xapiSchema.ts';

const KEY = ringOf(new Uint8Array(32).fill(7)).current();
const HOME = 'https://school.example';
const ACTOR = pseudonymOf(KEY, HOME, 'local', 'dl_teacher');

function aTalkDone(said?: readonly string[]): TalkDone {
  const { id, startedAt, endedAt, scenario, kept } = aTalk(said);
  return { id, scenarioId: scenario.id, locale: 'nl', startedAt, endedAt, summary: kept.summary };
}

describe('rehearsals as xAPI statements', () => {
  it('are statements of version 1.0.3, every one', () => {
    const statements = xapiStatements([aTalkDone(), aTalkDone(['Dat ligt echt aan thuis.'])], ACTOR, content);

    expect(statements.length).toBeGreaterThan(2);
    for (const statement of statements) expect(statementSchema.safeParse(statement).error?.issues ?? []).toEqual([]);
  });

  it('tell of the talk: how long, how far, and how much calmer the parent became', () => {
    const talk = aTalkDone();
    const [from = 0] = talk.summary.curve[0] ?? [];
    const [to = 0] = talk.summary.curve.at(-1) ?? [];

    const [statement] = xapiStatements([talk], ACTOR, content);

    expect(statement).toMatchObject({
      actor: { objectType: 'Agent', account: { homePage: HOME } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/exited' },
      object: { id: `${HOME}/xapi/scenarios/left-out-in-the-block-corner` },
      result: { completion: false, duration: 'PT750S', score: { scaled: (from - to) / 100 } },
      context: { registration: talk.id, language: 'nl-NL' },
      timestamp: '2026-11-23T08:12:30.000Z',
    });
  });

  it('tell of each tip that came up, as a part of the talk', () => {
    const [talk, ...tips] = xapiStatements([aTalkDone()], ACTOR, content);

    expect(tips.map(({ object }) => object)).toContainEqual(
      expect.objectContaining({ id: `${HOME}/xapi/tips/show-understanding` }),
    );
    for (const { context } of tips)
      expect(context).toMatchObject({ contextActivities: { parent: [talk?.['object']] } });
  });

  it('hold no word that was said, and no id of the teacher', () => {
    const text = JSON.stringify(xapiStatements([aTalkDone(['Zywxq is een naam.'])], ACTOR, content));

    expect(text).not.toContain('Zywxq');
    expect(text).not.toContain('dl_teacher');
  });

  it('of a talk of one’s own hold no nickname', () => {
    const talk = aTalkDone();
    const own = {
      ...talk,
      scenarioId: 'own-case',
      summary: { ...talk.summary, title: { nl: 'Over Bo', en: 'About Bo' } },
    };

    const statements = xapiStatements([own], ACTOR, content);

    expect(JSON.stringify(statements)).not.toContain('Bo"');
    for (const statement of statements) expect(statementSchema.safeParse(statement).error?.issues ?? []).toEqual([]);
  });

  it('have the same ids each time, and others for another talk', () => {
    const ids = (talk: TalkDone) => xapiStatements([talk], ACTOR, content).map(({ id }) => id);
    const talk = aTalkDone();

    expect(ids(talk)).toEqual(ids(talk));
    expect(new Set(ids(talk)).size).toBe(ids(talk).length);
    expect(ids({ ...talk, id: '11111111-7c39-4a7e-9d3c-1f2e3d4c5b6a' })).not.toEqual(ids(talk));
  });

  it('give a teacher one pseudonym, and another teacher, school or installation another', () => {
    const names = [
      pseudonymOf(KEY, HOME, 'local', 'dl_teacher'),
      pseudonymOf(KEY, HOME, 'local', 'dl_other'),
      pseudonymOf(KEY, HOME, 'elsewhere', 'dl_teacher'),
      pseudonymOf(ringOf(new Uint8Array(32).fill(8)).current(), HOME, 'local', 'dl_teacher'),
    ].map(({ name }) => name);

    expect(new Set(names).size).toBe(4);
    expect(pseudonymOf(KEY, HOME, 'local', 'dl_teacher').name).toBe(names[0]);
  });
});
