import { describe, expect, it } from '@jest/globals';
import { faultsIn, type Said } from './history.ts';

const teacher = (place: number, text: string): Said => ({ id: `c|${place}`, by: 'teacher', text });
const bot = (place: number): Said => ({ id: `c|${place}`, by: 'bot', text: 'Ja?' });
const acked = (...tokens: readonly string[]) => tokens.map((token) => ({ token, isAcked: true }));

describe('the check of what was said against what was kept', () => {
  it('finds nothing where each word that was acknowledged stands once, in order, with an answer', () => {
    const log = [bot(1), teacher(2, 'een a1'), bot(3), teacher(4, 'twee a2'), bot(5), bot(6)];

    expect(faultsIn({ said: acked('a1', 'a2'), log })).toEqual({ lost: 0, double: 0, half: 0, disordered: 0 });
  });

  it('does not miss what was never acknowledged', () => {
    const said = [{ token: 'a1', isAcked: false }];

    expect(faultsIn({ said, log: [bot(1)] })).toMatchObject({ lost: 0 });
  });

  it.each([
    ['lost', acked('a1'), [bot(1)]],
    ['double', acked('a1'), [teacher(1, 'een a1'), bot(2), teacher(3, 'een a1'), bot(4)]],
    ['half', acked('a1', 'a2'), [teacher(1, 'een a1'), teacher(2, 'twee a2'), bot(3)]],
    ['disordered', acked('a1', 'a2'), [teacher(1, 'twee a2'), bot(2), teacher(3, 'een a1'), bot(4)]],
    ['disordered', acked('a1'), [teacher(1, 'een a1'), bot(3)]],
  ] as const)('finds what is %s', (fault, said, log) => {
    expect(faultsIn({ said, log })[fault]).toBe(1);
  });
});
