import type { Locale } from '../../content/schema/locale.ts';
import { MOVES } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { agendaBySeed } from '../engine/agendaOf.ts';
import { heatOf } from '../engine/heatOf.ts';
import { onTheTable } from '../engine/onTheTable.ts';
import type { Reading } from '../engine/reading.ts';
import type { Rehearsal } from '../engine/rehearsal.ts';
import { startRehearsal } from '../engine/startRehearsal.ts';
import { transition } from '../engine/transition.ts';
import { possibleReadings } from './possibleReadings.ts';
import { stateOf } from './teachers.ts';
import { handMadeReading } from './voice.ts';

/** How much is tried: turns in the search, talks that ask about everything. */
export interface ExploreBudget {
  readonly turns: number;
  readonly thoroughTalks: number;
}

type See = (rehearsal: Rehearsal) => void;

const AT_ONCE = 8;
const CLOSES_AFTER = [1, 2, 3, 4, 6];

/**
 * Tries out one scenario in one language and shows every turn to `see`:
 *
 * | what | finds |
 * | --- | --- |
 * | one talk per move, and per kind, that does nothing else | what runs out |
 * | talks that acknowledge everything and then ask about every fact | what can be heard and told |
 * | the same with something that hurts in between; a question about one fact, three times | what is said in heat, or kept back |
 * | talks that acknowledge one thing or more, offer to meet again and say goodbye | the ending of a disagreement |
 * | a search over states that look alike only once | what no plan would come upon |
 */
export function exploreScenario(scenario: Scenario, locale: Locale, budget: ExploreBudget, see: See): void {
  const seeds = seedPerAgenda(scenario);
  const begin = (seed: number) => startRehearsal(scenario, { seed, locale })[0];
  const [first = 0] = seeds;
  for (const [index] of possibleReadings(scenario, begin(first))
    .slice(0, MOVES.length * 2)
    .entries())
    walk(scenario, begin(first + index), (now) => possibleReadings(scenario, now)[index], see);
  for (let talk = 0; talk < budget.thoroughTalks; talk += 1)
    walk(scenario, begin((seeds[talk % seeds.length] ?? 0) + talk * 1000), thorough(scenario, talk), see);
  for (const [index, fact] of scenario.facts.entries())
    walk(scenario, begin(seeds[index % seeds.length] ?? 0), asksOnly(fact.id), see);
  for (const seed of seeds) walk(scenario, begin(seed), heated(thorough(scenario, seed)), see);
  for (const turns of CLOSES_AFTER)
    for (const seed of seeds) walk(scenario, begin(seed), closing(thorough(scenario, 0), turns), see);
  search(scenario, seeds.map(begin), budget.turns, see);
}

/** The smallest seed for each agenda. */
export function seedPerAgenda(scenario: Scenario): readonly number[] {
  return scenario.agendas.flatMap(({ id }) => {
    for (let seed = 0; seed < 1000; seed += 1) if (agendaBySeed(scenario, seed).id === id) return [seed];
    return [];
  });
}

function walk(scenario: Scenario, begun: Rehearsal, next: (now: Rehearsal) => Reading | undefined, see: See): void {
  let rehearsal = begun;
  see(rehearsal);
  while (rehearsal.phase === 'talking') {
    const reading = next(rehearsal);
    if (reading === undefined) return;
    [rehearsal] = transition(scenario, rehearsal, { type: 'teacher-spoke', reading });
    see(rehearsal);
  }
}

/** Acknowledges what is on the table, else asks about a fact not yet told; each talk begins at another fact. */
function thorough(scenario: Scenario, from: number): (now: Rehearsal) => Reading {
  const facts = scenario.facts.map((_, index) => scenario.facts[(index + from * 3) % scenario.facts.length]);
  return (now) => {
    const state = stateOf(now);
    const utterance = `Zin${now.turns.length} woord${now.turns.length}`;
    const waiting = onTheTable(state);
    const { locale } = now;
    if (waiting !== null) return handMadeReading(['show-understanding'], { utterance, locale, concerns: [waiting] });
    const isOpen = (id: string) => !state.told.includes(id);
    const asked = new Set(now.turns.flatMap(({ reading }) => reading.facts));
    const open = facts.filter((one) => one !== undefined && isOpen(one.id));
    const fact = open.find((one) => one !== undefined && !asked.has(one.id)) ?? open[0];
    const about = now.turns.length % 4 === 3 || fact === undefined ? [] : [fact.id];
    return handMadeReading(['ask-open-question'], { utterance, locale, facts: about });
  };
}

/** Asks about one fact three times and says goodbye. */
function asksOnly(fact: string): (now: Rehearsal) => Reading {
  return ({ turns, locale }) => {
    const utterance = `Zin${turns.length} woord${turns.length}`;
    if (turns.length === 3) return handMadeReading([], { utterance, locale, kind: 'farewell' });
    return handMadeReading(['ask-open-question'], { utterance, locale, facts: [fact] });
  };
}

/** As `calm`, with something that hurts in every other turn. */
function heated(calm: (now: Rehearsal) => Reading): (now: Rehearsal) => Reading {
  return (now) => {
    const { turns, locale } = now;
    const utterance = `Zin${turns.length} woord${turns.length}`;
    return turns.length % 2 === 1 ? handMadeReading(['closed-leading-question'], { utterance, locale }) : calm(now);
  };
}

/** Talks as `before` for so many turns, then offers to meet again and to be reached, and says goodbye. */
function closing(before: (now: Rehearsal) => Reading, turns: number): (now: Rehearsal) => Reading {
  return (now) => {
    const utterance = `Zin${now.turns.length} woord${now.turns.length} slot`;
    const rest = { utterance, locale: now.locale };
    if (now.turns.length < turns) return before(now);
    if (now.turns.length === turns) return handMadeReading(['propose-face-to-face'], rest);
    return handMadeReading(['be-reachable'], { ...rest, kind: 'farewell' });
  };
}

interface Place {
  readonly rehearsal: Rehearsal;
  tried: number;
}

/** Newest and oldest places in turn, some readings at a time; of places that look alike only the first is kept. */
function search(scenario: Scenario, begun: readonly Rehearsal[], budget: number, see: See): void {
  const places: Place[] = begun.map((rehearsal) => ({ rehearsal, tried: 0 }));
  const known = new Set(begun.map(look));
  let left = budget;
  for (let round = 0; left > 0 && places.length > 0; round += 1) {
    const place = round % 2 === 0 ? places.pop() : places.shift();
    if (place === undefined) return;
    const readings = possibleReadings(scenario, place.rehearsal);
    const skip = place.rehearsal.turns.length * 13;
    const some = readings.slice(place.tried, place.tried + AT_ONCE);
    place.tried += some.length;
    if (place.tried < readings.length) places.unshift(place);
    for (const [index] of some.entries()) {
      const reading = readings[(place.tried - some.length + index + skip) % readings.length];
      if (reading === undefined) continue;
      const [next] = transition(scenario, place.rehearsal, { type: 'teacher-spoke', reading });
      left -= 1;
      see(next);
      const looks = look(next);
      if (next.phase === 'ended' || known.has(looks)) continue;
      known.add(looks);
      places.push({ rehearsal: next, tried: 0 });
    }
  }
}

/** What two places must share to count as one. */
function look(rehearsal: Rehearsal): string {
  const { tension, trust, phase, heard, raised, told, promises } = stateOf(rehearsal);
  const beyond = promises.some(({ reach }) => reach === 'beyond');
  const own = promises.some(({ reach }) => reach === 'own');
  const sets = [heard.toSorted().join(), raised.length, told.length >> 1, onTheTable({ raised, heard })];
  return [rehearsal.agenda, heatOf(tension), Math.floor(trust / 15), phase, beyond, own, ...sets].join('|');
}
