import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  CompiledQuery as Query,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { escapeLiteral } from 'pg';
import { tenantsHere } from './tenantScope.ts';

/** PostgreSQL, where each transaction names the organisations whose rows it may see: see `keepRowsApart`. */
export class TenantDialect extends PostgresDialect {
  override createDriver(): Driver {
    return new TenantDriver(super.createDriver());
  }
}

class TenantConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  isInTransaction = false;

  constructor(inner: DatabaseConnection) {
    this.inner = inner;
  }

  /** One outside a transaction gets its own, in one round trip: the connection is a pipeline. */
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.isInTransaction) return this.inner.executeQuery<Row>(query);
    const [begun, result] = await Promise.allSettled([
      this.inner.executeQuery(beginning({})),
      this.inner.executeQuery<Row>(query),
      // After a failure it is a rollback.
      this.inner.executeQuery(Query.raw('commit')),
    ]);
    if (begun.status === 'rejected') throw begun.reason;
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, chunkSize);
  }
}

class TenantDriver implements Driver {
  readonly #inner: Driver;
  /** Those that are in use. */
  readonly #connections = new WeakMap<DatabaseConnection, TenantConnection>();

  constructor(inner: Driver) {
    this.#inner = inner;
  }

  init(): Promise<void> {
    return this.#inner.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = new TenantConnection(await this.#inner.acquireConnection());
    this.#connections.set(connection, connection);
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const own = this.#own(connection);
    await own.inner.executeQuery(beginning(settings));
    own.isInTransaction = true;
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const own = this.#own(connection);
    await this.#inner.commitTransaction(own.inner).finally(() => {
      own.isInTransaction = false;
    });
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const own = this.#own(connection);
    await this.#inner.rollbackTransaction(own.inner).finally(() => {
      own.isInTransaction = false;
    });
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#inner.releaseConnection(this.#own(connection).inner);
  }

  destroy(): Promise<void> {
    return this.#inner.destroy();
  }

  #own(connection: DatabaseConnection): TenantConnection {
    const own = this.#connections.get(connection);
    if (!own) throw new Error('The connection is not one of this driver.');
    return own;
  }
}

/** Both in one round trip; without parameters they may stand behind each other. */
function beginning({ isolationLevel, accessMode }: TransactionSettings): CompiledQuery {
  const how = [...(isolationLevel ? [`isolation level ${isolationLevel}`] : []), ...(accessMode ? [accessMode] : [])];
  return Query.raw(
    `start transaction ${how.join(' ')}; select set_config('bot.tenants', ${escapeLiteral(tenantsHere())}, true)`,
  );
}
