import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newTeacher } from '../bot/mine/teacher.ts';
import { type Product, startProduct } from '../web/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product?.stop());

const renewKeys = (...more: readonly string[]) =>
  spawnSync(process.execPath, ['bot/launch.mjs', 'bot/channels/console/renewKeys.ts', ...more], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '', OIDC_ISSUER: '', OIDC_CLIENT_ID: '', DATA_DIR: product.folder },
  });
const textOf = async (reply: Response) => (await reply.text()).replace(/<[^>]+>/gu, ' ');

describe('npm run keys:renew', () => {
  it('C11 gives the running bot new keys; nobody loses their talk, their page or their place', async () => {
    const teacher = await newTeacher(product.url);
    await teacher.say('oefenen 3', 'Wat merkt u thuis aan Sam?', 'stop');

    const { stdout, status } = renewKeys('--at-once');
    await product.restart();
    await teacher.say('tip');
    const said = await teacher.comeBack();
    const mine = await textOf(await teacher.get('/mine'));

    expect(status).toBe(0);
    for (const name of ['direct-line', 'forms']) expect(stdout).toContain(`${name}: a new key counts from 20`);
    expect(stdout).toContain('Nobody has to do anything.');
    expect(stdout).not.toContain('pseudonym');
    expect(said).toEqual(expect.arrayContaining(['oefenen 3', 'tip']));
    expect(mine).toContain('1 oefening');
  }, 60_000);

  it('ends the old ones when that is asked: then a browser begins anew', async () => {
    const teacher = await newTeacher(product.url);

    const { stdout } = renewKeys('--end-old');
    await product.restart();

    expect(stdout).toContain('The keys before are gone.');
    expect(await textOf(await teacher.get('/mine'))).toContain('Nog geen oefeningen');
  }, 60_000);

  it('says what it can renew', () => {
    const { stderr, status } = renewKeys('--only', 'everything');

    expect(status).toBe(1);
    expect(stderr).toContain('--only: one of direct-line, forms, grants, teams-address, pseudonym.');
  });
});
