import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Json, mutated } from '../../../chaos/mutated.ts';
import { aHelp, anInsertion, aSearch } from './fakeTeams/extension.ts';
import {
  aChange,
  aMessage,
  anInstallation,
  anInvoke,
  aPerson,
  aRemoval,
  aSubmit,
  aTap,
  type Wire,
} from './fakeTeams/people.ts';
import { startTeamsBot } from './testTeams.ts';

const COUNT = 250;
/** What Teams understands: kept, no activity, not let in, no such thing. */
const EXPECTED = [200, 201, 202, 204, 400, 401, 403, 404, 501];

const anna = aPerson('Anna');
const bram = aPerson('Bram');
const said = aMessage(anna, 'Wat merkt u thuis?');
const team = { scope: 'channel', id: '19:team@thread.tacv2;messageid=1' } as const;

/** Of each kind that Teams sends, one as it comes over the wire. */
const REAL = [
  said,
  aMessage(anna, 'hoi', team),
  anInstallation(anna),
  aRemoval(bram),
  aChange(anna, said, 'Anders.'),
  aChange(anna, said, null),
  aTap(anna, { do: 'tip' }),
  aSubmit(anna, { words: 'hoi' }),
  anInvoke(anna, 'message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like' } }),
  aSearch(anna, 'boos'),
  aHelp(anna, '<p>Ik ben boos.</p>'),
  anInsertion(anna, { insert: 'x' }),
];

describe('what comes from Teams', () => {
  it(`M30 is taken or refused in ${COUNT} shapes that Teams never sends, and the bot goes on`, async () => {
    await using bot = await startTeamsBot();
    await bot.teams.install(anna);
    const shape = fc.record({
      real: fc.constantFrom(...REAL),
      changes: fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 3 })), { minLength: 1, maxLength: 3 }),
    });

    const statuses = new Set<number>();
    for (const { real, changes } of fc.sample(shape, { numRuns: COUNT, seed: 7 })) {
      const odd = changes.reduce<Json>((one, [where, put]) => mutated(one, where, put as Json), { ...real } as Json);
      const { status } = await bot.teams.deliver(odd as unknown as Wire);
      statuses.add(status);
    }

    expect([...statuses].filter((status) => !EXPECTED.includes(status))).toEqual([]);
    expect((await bot.teams.say(bram, 'nog daar?')).status).toBeLessThan(300);
  }, 60_000);
});
