import type { Scenario } from '../../content/schema/scenario.ts';
import type { FollowUp } from '../../content/schema/state.ts';
import type { Delta } from '../../content/schema/weight.ts';
import { followUpsOf } from './beforeOf.ts';
import type { Before, Begin, LedgerLine } from './rehearsal.ts';
import { addWithinBounds, type Values } from './variables.ts';

/** Nothing brings the parent to the brink before a word is said: so much stays between the start and the limit. */
const ROOM_BELOW_LIMIT = 8;

/**
 * What makes this parent start otherwise than usual, one ledger line each, and the state that it leads to: first the
 * level of difficulty, then what is left of an earlier talk. The usual start plus the deltas is that state.
 */
export function prologueOf(
  scenario: Scenario,
  begin: Begin,
  usual: Values,
): readonly [values: Values, lines: readonly LedgerLine[]] {
  const highest = scenario.persona.limit - ROOM_BELOW_LIMIT;
  let values = usual;
  const lines: LedgerLine[] = [];
  for (const { delta: wanted, ...line } of changes(scenario, begin, usual)) {
    const tension = Math.min(wanted.tension ?? 0, Math.max(0, highest - values.tension));
    const [next, delta] = addWithinBounds(values, { ...wanted, tension });
    values = next;
    lines.push({ ...line, delta, move: null, trigger: 'before-the-talk', heard: null });
  }
  return [values, lines];
}

type Change = Pick<LedgerLine, 'quote' | 'tip' | 'delta' | 'because' | 'source' | 'weight'>;

function changes(scenario: Scenario, { difficulty = 'normal', before, locale }: Begin, usual: Values): Change[] {
  const ease = scenario.weights.difficulties?.[difficulty];
  const level: Change[] = ease
    ? [
        {
          quote: '',
          tip: null,
          delta: ease.start,
          because: ease.because[locale],
          source: ease.source,
          weight: `difficulty-${difficulty}`,
        },
      ]
    : [];
  return before
    ? [...level, ...carried(scenario, before, locale, usual), ...followUps(scenario, before, locale)]
    : level;
}

function carried({ weights }: Scenario, before: Before, locale: Begin['locale'], usual: Values): readonly Change[] {
  const { carry } = weights;
  if (carry === undefined) return [];
  const delta: Delta = {
    tension: Math.round((before.tension - usual.tension) * carry.tension),
    trust: Math.round((before.trust - usual.trust) * carry.trust),
  };
  return [{ quote: '', tip: null, delta, because: carry.because[locale], source: carry.source, weight: 'carry' }];
}

function followUps({ weights }: Scenario, before: Before, locale: Begin['locale']): readonly Change[] {
  return followUpsOf(before).flatMap((followUp) =>
    (weights.followUps ?? [])
      .filter(({ on }) => on === followUp)
      .map(({ tip, delta, because, source }) => ({
        quote: wordsBehind(followUp, before),
        tip: tip ?? null,
        delta,
        because: because[locale],
        source,
        weight: `follow-up-${followUp}`,
      })),
  );
}

function wordsBehind(followUp: FollowUp, { promisedBeyond, agreed, contact }: Before): string {
  switch (followUp) {
    case 'broken-promise':
      return promisedBeyond[0] ?? '';
    case 'kept-contact':
      return contact ?? '';
    case 'kept-agreement':
      return agreed[0] ?? '';
    default:
      return '';
  }
}
