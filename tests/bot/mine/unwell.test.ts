import { describe, expect, it } from '@jest/globals';
import type { HttpReply, HttpRequest } from '../../../bot/http/route.ts';
import { ringOf } from '../../../bot/keys/keyRing.ts';
import { minePages } from '../../../bot/mine/minePages.ts';
import type { MineOptions } from '../../../bot/mine/visit.ts';
import { type Storage, StorageError } from '../../../bot/ports.ts';
import { pageFiles } from '../../../bot/webPages/pageFiles.ts';
import { theContent } from '../../theContent.ts';

const content = theContent();
const files = pageFiles();
const ID = '0b6f7c1e-7c39-4a7e-9d3c-1f2e3d4c5b6a';

/** A database of which every method does this. */
function storageThat(act: () => Promise<never>): MineOptions['storage'] {
  const store = new Proxy({}, { get: () => act });
  return {
    conversations: store,
    rehearsals: store,
    scenarioRevisions: store,
    personalData: store,
    oneTimes: store,
  } as Storage;
}

function pagesOver(storage: MineOptions['storage']) {
  const routes = minePages({
    storage,
    runner: { run: () => Promise.resolve({ status: 'busy' }) },
    content,
    teacherOf: async () => ({
      tenant: 'local',
      userId: 'dl_teacher',
      name: '',
      roles: new Set(['teacher']),
      session: null,
    }),
    pseudonymRing: ringOf(new Uint8Array(32)),
    publicUrl: 'http://localhost:3978',
    retentionDays: 90,
    files,
  });
  return async (path: string): Promise<HttpReply> => {
    const route = routes.find((one) => one.path === path && one.method === 'GET');
    if (!route) throw new Error(`No route for ${path}`);
    const request: HttpRequest = {
      method: 'GET',
      url: '/',
      params: { id: ID },
      query: new URLSearchParams(),
      headers: {},
      body: undefined,
      ip: '192.0.2.1',
      isSecure: false,
    };
    return route.handle(request);
  };
}

describe('the own pages while the database does not answer', () => {
  const get = pagesOver(storageThat(() => Promise.reject(new StorageError('The disk is full: make room.'))));

  it.each(['/mine', '/mine/rehearsals/:id', '/mine/rehearsals/:id/talk.chat', '/mine/all/rehearsals.csv'])(
    'say so in words, and that nothing is lost (%s)',
    async (path) => {
      const reply = await get(path);

      expect(reply.status).toBe(503);
      expect(String(reply.body)).toContain('Je oefeningen zijn niet weg');
      expect(String(reply.body)).not.toContain('disk');
    },
  );

  it('can be asked again afterwards', async () => {
    await get('/mine/all/rehearsals.csv');

    expect((await get('/mine/all/rehearsals.csv')).status).toBe(503);
  });
});

describe('an error of our own', () => {
  it('is not dressed up as one of the database', async () => {
    const get = pagesOver(storageThat(() => Promise.reject(new Error('a bug'))));

    await expect(get('/mine')).rejects.toThrow('a bug');
  });
});
