import type { Kysely, Selectable } from 'kysely';
import type { Person } from '../identity/principal.ts';
import type { LoggedActivity, RehearsalPage, RehearsalQuery, RehearsalRow, RehearsalStore } from '../ports.ts';
import type { Database } from './database.ts';
import type { RehearsalTable, Tables } from './tables.ts';

/** Rehearsals as their teacher looks back on them; written by the turns that made them. */
export function createRehearsalStore({ db }: Database): RehearsalStore {
  return {
    list: (query) => list(db, query),

    read: async (tenant, userId, id) => {
      const row = await rehearsalsOf(db, [{ tenant, userId }])
        .selectAll('rehearsals')
        .where('rehearsals.id', '=', id)
        .executeTakeFirst();
      return row ? { ...rowOf(row), talk: row.talk === null ? null : JSON.parse(row.talk) } : null;
    },

    readLog: async (tenant, userId, id) => {
      const rows = await rehearsalsOf(db, [{ tenant, userId }])
        .innerJoin('activities', (join) =>
          join
            .onRef('activities.tenant', '=', 'rehearsals.tenant')
            .onRef('activities.conversation_id', '=', 'rehearsals.conversation_id')
            .onRef('activities.seq', '>=', 'rehearsals.first_seq')
            .onRef('activities.seq', '<=', 'rehearsals.last_seq'),
        )
        .select(['activities.seq', 'activities.activity'])
        .where('rehearsals.id', '=', id)
        .orderBy('activities.seq')
        .execute();
      return rows.map(({ seq, activity }): LoggedActivity => ({ seq, activity: JSON.parse(activity) }));
    },
  };
}

const LISTED = [
  'rehearsals.id',
  'rehearsals.conversation_id',
  'rehearsals.scenario_id',
  'rehearsals.revision',
  'rehearsals.locale',
  'rehearsals.started_at',
  'rehearsals.ended_at',
  'rehearsals.end_reason',
  'rehearsals.summary',
] as const;

async function list(db: Kysely<Tables>, query: RehearsalQuery): Promise<RehearsalPage> {
  const { offset, limit } = query;
  const rows = await matching(db, query)
    .select(LISTED)
    .orderBy('rehearsals.started_at', 'desc')
    .orderBy('rehearsals.id')
    .offset(offset)
    .limit(limit)
    .execute();
  const { found } = await matching(db, query)
    .select(({ fn }) => fn.countAll().as('found'))
    .executeTakeFirstOrThrow();
  const scenarios = await rehearsalsOf(db, peopleIn(query))
    .select(({ fn }) => ['rehearsals.scenario_id', fn.countAll().as('count')])
    .groupBy('rehearsals.scenario_id')
    .orderBy('rehearsals.scenario_id')
    .execute();
  return {
    rehearsals: rows.map(rowOf),
    found: Number(found),
    all: scenarios.reduce((sum, { count }) => sum + Number(count), 0),
    scenarioIds: scenarios.map(({ scenario_id }) => scenario_id),
  };
}

function matching(db: Kysely<Tables>, query: RehearsalQuery): ReturnType<typeof rehearsalsOf> {
  const { words = [], scenarioId, endReasons } = query;
  let some = rehearsalsOf(db, peopleIn(query));
  for (const word of words) some = some.where('rehearsals.words', 'like', `%${word}%`);
  if (scenarioId !== undefined) some = some.where('rehearsals.scenario_id', '=', scenarioId);
  if (endReasons !== undefined) some = some.where('rehearsals.end_reason', 'in', endReasons);
  return some;
}

function peopleIn({ tenant, userId, also = [] }: RehearsalQuery): readonly Person[] {
  return [{ tenant, userId }, ...also];
}

/** Of one teacher, under each of these names: those with something to look back on, and the one that goes on. */
function rehearsalsOf(db: Kysely<Tables>, people: readonly Person[]) {
  return db
    .selectFrom('rehearsals')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.tenant', '=', 'rehearsals.tenant')
        .onRef('conversations.id', '=', 'rehearsals.conversation_id'),
    )
    .where((eb) =>
      eb.or(
        people.map(({ tenant, userId }) =>
          eb('conversations.tenant', '=', tenant).and('conversations.user_id', '=', userId),
        ),
      ),
    )
    .where((eb) => eb.or([eb('rehearsals.summary', 'is not', null), eb('rehearsals.ended_at', 'is', null)]));
}

function rowOf(row: Omit<Selectable<RehearsalTable>, 'tenant' | 'seed' | 'first_seq' | 'last_seq' | 'words' | 'talk'>) {
  const found: RehearsalRow = {
    id: row.id,
    conversationId: row.conversation_id,
    scenarioId: row.scenario_id,
    revision: row.revision,
    locale: row.locale,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    summary: row.summary === null ? null : JSON.parse(row.summary),
  };
  return found;
}
