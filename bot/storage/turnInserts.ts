import type { Transaction } from 'kysely';
import type { RehearsalStart, TurnCommit, TurnDelivery } from '../ports.ts';
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
  const dedupe = {
    ...place,
    key_digest: digest(turn.dedupeKey),
    activity_id: turn.activityId,
    answer: turn.answer ? JSON.stringify(turn.answer) : null,
  };
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
    ...(turn.delivery ? deliveryInserts(trx, turn, turn.delivery, logged.at(-1)?.seq) : []),
  ];
}

/** A message that cannot be delivered within a day is not sent any more: the teacher finds it in the conversation. */
const DELIVERED_WITHIN_MS = 24 * 60 * 60 * 1000;

function deliveryInserts(
  trx: Transaction<Tables>,
  { tenant, conversationId, at }: TurnCommit,
  { address, message, until }: TurnDelivery,
  lastSeq: number | undefined,
): readonly Insert[] {
  const place = { tenant, conversation_id: conversationId };
  const reached = { ...place, address: JSON.stringify(address) };
  const outgoing = {
    ...reached,
    seq: lastSeq ?? 0,
    message: JSON.stringify(message),
    attempts: 0,
    doubts: 0,
    due_at: at,
    expires_at: until ?? new Date(Date.parse(at) + DELIVERED_WITHIN_MS).toISOString(),
    leased_until: null,
    lease_holder: null,
  };
  return [
    trx
      .insertInto('addresses')
      .values(reached)
      .onConflict((conflict) =>
        conflict.columns(['tenant', 'conversation_id']).doUpdateSet((eb) => ({ address: eb.ref('excluded.address') })),
      ),
    ...(message === null || lastSeq === undefined ? [] : [trx.insertInto('outbox').values(outgoing)]),
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
