import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { hasPostgres, NO_POSTGRES, type PostgresServer, startPostgres } from '../../postgres.ts';
import { postgresDatabase } from './postgresDatabase.ts';
import { describePostgresTrouble } from './postgresTrouble.ts';
import { describeStorage } from './storageContract.ts';

if (hasPostgres()) {
  describe('PostgreSQL', () => {
    let server: PostgresServer;

    beforeAll(async () => {
      server = await startPostgres();
    });

    afterAll(() => server?.stop());

    describeStorage('PostgreSQL', () => postgresDatabase(server));
    describePostgresTrouble(() => server);
  });
} else {
  process.stderr.write(`\n${NO_POSTGRES}\n\n`);
  const mustRun = process.env['REQUIRE_POSTGRES'] === '1';
  describe('PostgreSQL', () => {
    (mustRun ? it : it.skip)(NO_POSTGRES, () => {
      throw new Error('REQUIRE_POSTGRES is set: install a PostgreSQL server, or set DATABASE_URL or PGBIN.');
    });
  });
}
