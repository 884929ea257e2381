import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { coaching } from '../../../bot/coach/coaching.ts';
import { ringOf } from '../../../bot/keys/keyRing.ts';
import type { Storage } from '../../../bot/ports.ts';
import { pageFiles } from '../../../bot/webPages/pageFiles.ts';
import { content } from '../exports/aTalk.ts';

const nobody = () => Promise.resolve(null);

/** Every address by which somebody else than the teacher could learn something. */
const { routes } = coaching({
  storage: {} as Storage,
  identity: {
    teacherOf: nobody,
    coachOf: nobody,
    forms: { field: () => '' as never, fieldsOf: () => new URLSearchParams() },
    coaches: { list: () => Promise.resolve([]) },
    onSignOut: () => () => undefined,
    coachLink: () => Promise.resolve(null),
    routes: [],
  },
  runner: { run: () => Promise.resolve({ status: 'busy' }) },
  content,
  pseudonymRing: ringOf(new Uint8Array(32)),
  publicUrl: 'http://localhost:3978',
  files: pageFiles(),
});

/** What rows may be ordered by: time, place in a talk or a chain, names of coaches, and ids to tell equals apart. */
const ORDERS =
  /(?:_at|seq|version|position|^at|^id|\.id|scenario_id|share_id|conversation_id|user_id|since|tenant|name|case|month)$/u;

describe('what a coach, a manager or a board may not have', () => {
  it('Z11 no address lists people, scores or ranks them', () => {
    const paths = routes.map(({ path }) => path);

    expect(paths.filter((path) => /teacher|leerkracht|rank|score|people|who|team|manager|leader/iu.test(path))).toEqual(
      [],
    );
    expect(
      paths
        .filter((path) => path.startsWith('/coach'))
        .every((path) => path === '/coach' || /^\/coach\/(shares\/:id|corrections|agreement$)/u.test(path)),
    ).toBe(true);
  });

  it('Z11 no query orders anything but by time, place or id', () => {
    const orders = globSync('bot/storage/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\.orderBy\(\s*([^)]+?)[,)]/gu)].map(([, by = '']) =>
        by.replaceAll("'", ''),
      ),
    );
    const columns = orders
      .flatMap((by) => by.split(/[?:]/u).map((one) => one.trim()))
      .filter((one) => /^[\w.]+$/u.test(one));

    expect(columns.length).toBeGreaterThan(20);
    expect(columns.filter((column) => !ORDERS.test(column))).toEqual([]);
  });

  it('Z11 no table holds a score or a rank of a person', () => {
    const tables = readFileSync('bot/storage/tables.ts', 'utf8') + readFileSync('bot/storage/reviewTables.ts', 'utf8');

    expect(tables).not.toMatch(/readonly \w*(?:score|rank|grade|points|average)\w*:/iu);
  });

  it('Z14 every query on shared work names the organisation', () => {
    const stores = ['shareStore', 'reviewStore', 'shareRows', 'queueOf', 'auditStore', 'auditChain', 'exportShares'];
    const queries = stores.flatMap((name) =>
      readFileSync(`bot/storage/${name}.ts`, 'utf8')
        .split(/\.(?=selectFrom|updateTable|deleteFrom)/u)
        .slice(1)
        .map((query) => query.split(/\.execute/u)[0] ?? ''),
    );

    expect(queries.length).toBeGreaterThan(12);
    expect(queries.filter((query) => !/tenant', '='|shares\.tenant|groupBy\('tenant'\)/u.test(query))).toEqual([]);
  });

  it('has no way from a coach to what was not shared: the store asks for the share with every question', () => {
    const stores = readFileSync('bot/coach/coachVisit.ts', 'utf8');

    expect(stores).toContain("readonly storage: Pick<Storage, 'reviews' | 'audit' | 'scenarioRevisions'>");
  });
});
