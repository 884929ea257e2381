import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type DialectAdapter, SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';

/** Kysely's SQLite dialect over Node's own SQLite. */
export class NodeSqliteDialect extends SqliteDialect {
  constructor(database: DatabaseSync) {
    super({ database: kyselyDatabase(database) });
  }

  override createAdapter(): DialectAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** SQLite can create tables in a transaction; Kysely leaves that off by default. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Each text of SQL is prepared once; there are few, as values never are part of them. */
function kyselyDatabase(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();

  return {
    close: () => database.close(),
    prepare: (sql) => {
      // SQLite ends a transaction by itself after some errors, such as a full disk: then nothing is left to roll back.
      if (sql === 'rollback' && !database.isTransaction) return NOTHING;
      const statement = prepared.get(sql) ?? kyselyStatement(database, sql);
      prepared.set(sql, statement);
      return statement;
    },
  };
}

function kyselyStatement(database: DatabaseSync, sql: string): SqliteStatement {
  // Taking the write lock at once lets a writer wait for another process; an upgrade halfway would fail instead.
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toInput)),
    run: (parameters) => statement.run(...parameters.map(toInput)),
    iterate: (parameters) => statement.iterate(...parameters.map(toInput)),
  };
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`SQLite takes no ${typeof value} as a value.`);
}

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};
