import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Scenario } from '../../content/schema/scenario.ts';
import type { Hearing } from '../../dialogs/masking/hearing.ts';
import type { TurnRecord, TurnServices } from '../../dialogs/ports.ts';
import { type KeptRehearsal, wordsIn } from '../../dialogs/rehearse/keptRehearsal.ts';
import { searchable } from '../../dialogs/rehearse/searchable.ts';
import { keepsakeLinks } from '../keepsakes/keepsakeLinks.ts';
import type {
  JsonObject,
  KeptKeepsake,
  LedgerEntry,
  RehearsalEnd,
  RehearsalStart,
  ScenarioRevisionStore,
} from '../ports.ts';

/** What one attempt at a turn wants written beside its messages. */
export interface Recorded {
  readonly rehearsalsStarted: readonly RehearsalStart[];
  readonly ledger: readonly LedgerEntry[];
  readonly rehearsalsEnded: readonly RehearsalEnd[];
  readonly rehearsalsErased: readonly string[];
  readonly keepsakes: readonly KeptKeepsake[];
  readonly eraseUser: boolean;
}

/** Ids and seeds of one turn: drawn once, and drawn the same again when the turn has to run anew. */
export class TurnChances {
  readonly #ids: string[] = [];
  readonly #links: string[] = [];
  readonly #seeds: number[] = [];

  /** The generators for one attempt, from the start. */
  attempt(): { newId: () => string; newLink: () => string; newSeed: () => number } {
    let id = 0;
    let link = 0;
    let seed = 0;
    return {
      newId: () => drawn(this.#ids, id++, randomUUID),
      newLink: () => drawn(this.#links, link++, randomLink),
      newSeed: () => drawn(this.#seeds, seed++, () => randomInt(2 ** 31)),
    };
  }
}

/** What only its holder can know: 16 random bytes in the shape of a UUID, which has six bits less. */
function randomLink(): string {
  return randomBytes(16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function drawn<T>(kept: T[], index: number, draw: () => T): T {
  const value = kept[index] ?? draw();
  kept[index] = value;
  return value;
}

/** The services of one attempt at a turn, and a look at what it recorded. */
export function turnServices(options: {
  readonly chances: TurnChances;
  readonly current: ReadonlyMap<string, Scenario>;
  readonly revisions: ScenarioRevisionStore;
  readonly retentionDays: number;
  /** What stands before the addresses of our pages: nothing where the page itself is ours. */
  readonly pagesAt: string;
  /** Where the teacher's own page is; null on a channel that does not share its browser. */
  readonly minePage: string | null;
  readonly cards: boolean;
  /** What was typed, beside what is kept of it. */
  readonly hearing?: Hearing | undefined;
}): { readonly services: TurnServices; readonly recorded: () => Recorded } {
  const rehearsalsStarted: RehearsalStart[] = [];
  const ledger: LedgerEntry[] = [];
  const rehearsalsEnded: RehearsalEnd[] = [];
  const rehearsalsErased: string[] = [];
  const keepsakes: KeptKeepsake[] = [];
  let eraseUser = false;

  const record: TurnRecord = {
    rehearsalStarted: ({ id, scenario, locale, seed }) =>
      rehearsalsStarted.push({
        id,
        scenarioId: scenario.id,
        revision: scenario.revision,
        scenario: asJson(scenario),
        locale,
        seed,
      }),
    turnTaken: ({ rehearsalId, turn, ledger: lines }) => ledger.push({ rehearsalId, turn, lines: lines.map(asJson) }),
    rehearsalEnded: ({ id, reason, kept }) => rehearsalsEnded.push({ id, reason, kept: kept && keptTalk(kept) }),
    eraseRehearsal: (id) => rehearsalsErased.push(id),
    eraseMyData: () => {
      eraseUser = true;
    },
  };
  const chances = options.chances.attempt();
  const services: TurnServices = {
    record,
    pinnedScenario: (id, revision) => pinnedScenario(options, id, revision),
    ...chances,
    keep: (keepsake) => {
      const id = chances.newLink();
      keepsakes.push({ id, keepsake: asJson(keepsake) });
      return keepsakeLinks(options.pagesAt, id, keepsake);
    },
    minePage: options.minePage,
    cards: options.cards,
    hearing: options.hearing,
    retentionDays: options.retentionDays,
  };
  const recorded = { rehearsalsStarted, ledger, rehearsalsEnded, rehearsalsErased, keepsakes };
  return { services, recorded: () => ({ ...recorded, eraseUser }) };
}

async function pinnedScenario(
  { current, revisions }: { current: ReadonlyMap<string, Scenario>; revisions: ScenarioRevisionStore },
  id: string,
  revision: string,
): Promise<Scenario> {
  const now = current.get(id);
  if (now?.revision === revision) return now;

  const kept = await revisions.read(id, revision);
  if (!kept) throw new Error(`Scenario ${id} has no revision ${revision} in the store.`);
  return kept as unknown as Scenario;
}

function keptTalk(kept: KeptRehearsal): RehearsalEnd['kept'] {
  return { summary: asJson(kept.summary), words: searchable(wordsIn(kept)), talk: asJson(kept) };
}

/** Plain data is JSON already; this only tells the compiler. */
function asJson(value: object): JsonObject {
  return value as JsonObject;
}
