import type { Move } from '../../content/schema/move.ts';
import type { FollowUp } from '../../content/schema/state.ts';
import { quoteOf } from './quoteOf.ts';
import type { Before, Rehearsal } from './rehearsal.ts';

const CONTACT: readonly Move[] = ['be-reachable', 'propose-face-to-face'];

/** What is left of a talk once it is over. */
export function beforeOf({ turns, start, ended }: Rehearsal): Before {
  const { tension, trust, heard, promises } = turns.at(-1)?.state ?? start;
  const contact = contactIn(turns);
  const made = (wanted: 'own' | 'beyond') =>
    promises.flatMap(({ reach, quote, takenBack }) =>
      reach === wanted && quote !== contact && !takenBack ? [quote] : [],
    );
  return {
    ended: ended ?? 'stopped',
    tension,
    trust,
    heard,
    promisedBeyond: made('beyond'),
    agreed: made('own'),
    contact,
  };
}

/**
 * What an earlier talk does to the next, the strongest first.
 *
 * | follow-up | when |
 * | --- | --- |
 * | broken-promise | something was promised that nobody can keep, and not taken back |
 * | left | the parent walked out |
 * | kept-contact | contact was offered, and the parent had not left: it is taken to have been kept |
 * | kept-agreement | something else within reach was promised, and the parent had not left |
 * | nothing-settled | none of these |
 */
export function followUpsOf({ ended, promisedBeyond, agreed, contact }: Before): readonly FollowUp[] {
  const left = ended === 'parent-left';
  const found: readonly (readonly [FollowUp, boolean])[] = [
    ['broken-promise', promisedBeyond.length > 0],
    ['left', left],
    ['kept-contact', !left && contact !== null],
    ['kept-agreement', !left && agreed.length > 0],
  ];
  const holding = found.flatMap(([followUp, holds]) => (holds ? [followUp] : []));
  return holding.length > 0 ? holding : ['nothing-settled'];
}

function contactIn(turns: Rehearsal['turns']): string | null {
  for (const { reading } of turns.toReversed()) {
    const offer = reading.moves.find(({ move }) => CONTACT.includes(move));
    if (offer !== undefined) return quoteOf(reading.utterance, offer);
  }
  return null;
}
