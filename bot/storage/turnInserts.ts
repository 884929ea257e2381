import type { Transaction } from 'kysely';
import type { RehearsalStart, TurnCommit } from '../ports.ts';
import type { Insert } from './database.ts';
import { digest } from './digest.ts';
import type { Tables } from './tables.ts';

/** All rows that a turn adds, as inserts in an order that keeps every reference whole; `version` is the turn's own. */
export function turnInserts(
  trx: Transaction<Tables>,
  turn: TurnCommit,
  version: number,
  logged: readonly { readonly seq: number; readonly json: string }[],
): readonly Insert[] {
  const place = { tenant: turn.tenant, conversation_id: turn.conversationId };
  const dedupe = { ...place, key_digest: digest(turn.dedupeKey), activity_id: turn.activityId };
  const activities = logged.map(({ seq, json }) => ({ ...place, seq, activity: json }));
  const ledger = keptLedger(turn).map((entry, position) => ({
    ...place,
    version,
    position,
    rehearsal_id: entry.rehearsalId,
    turn: entry.turn,
    lines: JSON.stringify(entry.lines),
  }));
  const keepsakes = turn.keepsakes.map(({ id, keepsake }) => ({
    ...place,
    id,
    keepsake: JSON.stringify(keepsake),
    made_at: turn.at,
  }));

  return [
    trx.insertInto('dedupe').values(dedupe),
    ...(activities.length > 0 ? [trx.insertInto('activities').values(activities)] : []),
    ...(turn.rehearsalsStarted.length > 0 ? rehearsalInserts(trx, turn, logged[0]?.seq ?? null) : []),
    ...(keepsakes.length > 0 ? [trx.insertInto('keepsakes').values(keepsakes)] : []),
    ...(ledger.length > 0 ? [trx.insertInto('ledger').values(ledger)] : []),
  ];
}

/** What was said of a rehearsal that this very turn erased cannot be kept beside it. */
function keptLedger({ eraseUser, ledger, rehearsalsStarted, rehearsalsErased }: TurnCommit): TurnCommit['ledger'] {
  const kept = ledger.filter(({ rehearsalId }) => !rehearsalsErased.includes(rehearsalId));
  if (!eraseUser) return kept;
  return kept.filter(({ rehearsalId }) => rehearsalsStarted.some(({ id }) => id === rehearsalId));
}

function rehearsalInserts(trx: Transaction<Tables>, turn: TurnCommit, firstSeq: number | null): readonly Insert[] {
  const fresh = turn.rehearsalsStarted.filter(({ scenario }) => scenario !== null);
  const revisions = new Map(fresh.map((start) => [revisionKey(start), start]));
  return [
    ...(revisions.size > 0 ? [revisionInsert(trx, [...revisions.values()])] : []),
    trx.insertInto('rehearsals').values(turn.rehearsalsStarted.map((start) => rehearsalRow(turn, start, firstSeq))),
  ];
}

function revisionInsert(trx: Transaction<Tables>, starts: readonly RehearsalStart[]): Insert {
  return (
    trx
      .insertInto('scenario_revisions')
      .values(
        starts.map(({ scenarioId, revision, scenario }) => ({
          scenario_id: scenarioId,
          revision,
          scenario: JSON.stringify(scenario),
        })),
      )
      // A row that is there already is touched, not skipped: that holds it until the rehearsal refers to it.
      .onConflict((conflict) =>
        conflict.columns(['scenario_id', 'revision']).doUpdateSet((eb) => ({ revision: eb.ref('excluded.revision') })),
      )
  );
}

const revisionKey = ({ scenarioId, revision }: RehearsalStart): string => JSON.stringify([scenarioId, revision]);

function rehearsalRow(turn: TurnCommit, start: RehearsalStart, firstSeq: number | null): Tables['rehearsals'] {
  return {
    tenant: turn.tenant,
    conversation_id: turn.conversationId,
    id: start.id,
    scenario_id: start.scenarioId,
    revision: start.revision,
    locale: start.locale,
    seed: start.seed,
    started_at: turn.at,
    ended_at: null,
    end_reason: null,
    first_seq: firstSeq,
    last_seq: null,
    summary: null,
    words: null,
    talk: null,
  };
}
