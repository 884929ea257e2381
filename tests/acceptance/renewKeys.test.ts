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

  it('says whom it costs something, when the old ones must end at once', () => {
    const { stdout, status } = renewKeys('--end-old', '--only', 'forms');

    expect(status).toBe(0);
    expect(stdout).toMatch(/^forms: a new key counts from 20\S+\.\nThe keys before are gone\./u);
  }, 30_000);
});
