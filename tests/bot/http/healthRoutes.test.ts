import { describe, expect, it } from '@jest/globals';
import { healthRoutes } from '../../../bot/http/healthRoutes.ts';
import { createMetrics } from '../../../bot/http/metrics.ts';
import type { HttpRequest } from '../../../bot/http/route.ts';
import { startServer } from './testServer.ts';

const start = async (check: () => Promise<void> = async () => undefined) => {
  const metrics = createMetrics();
  return startServer({ routes: healthRoutes({ check, metrics }), observe: (reply) => metrics.observe(reply) });
};

/** A request from this machine itself. */
const LOCAL: HttpRequest = {
  method: 'GET',
  url: '/metrics',
  params: {},
  query: new URLSearchParams(),
  headers: { host: 'localhost:3978' },
  body: undefined,
  ip: '127.0.0.1',
  isSecure: false,
};

const metricsRoute = () =>
  healthRoutes({ check: async () => undefined, metrics: createMetrics() }).find(({ path }) => path === '/metrics');

describe('health', () => {
  it('is up and ready while the storage works', async () => {
    await using running = await start();

    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${running.url}/readyz`)).status).toBe(200);
  });

  it('is up but not ready while the storage fails, and does not say why', async () => {
    await using running = await start(() => Promise.reject(new Error('password wrong')));

    const ready = await fetch(`${running.url}/readyz`);

    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    expect(ready.status).toBe(503);
    expect(await ready.text()).not.toContain('password');
  });
});

describe('metrics', () => {
  it('count replies by route and status', async () => {
    await using running = await start();
    await fetch(`${running.url}/healthz`);

    const text = await (await fetch(`${running.url}/metrics`)).text();

    expect(text).toContain('http_replies_total{method="GET",route="/healthz",status="200"} 1');
  });

  it('tell how many erasures the journal outside the database does not have yet', async () => {
    const { registry } = createMetrics(async () => 2);
    const { registry: silent } = createMetrics(() => Promise.reject(new Error('no database')));

    expect(await registry.metrics()).toMatch(/^erasures_waiting 2$/m);
    expect(await silent.metrics()).toMatch(/^erasures_waiting Nan$/im);
  });

  it('C07 are not there for somebody behind a proxy', async () => {
    await using running = await start();

    const reply = await fetch(`${running.url}/metrics`, { headers: { 'x-forwarded-for': '10.0.0.1' } });

    expect(reply.status).toBe(404);
  });

  it.each(['gesprek.school.nl', 'localhost.evil.nl', undefined])(
    'C07 are not there for somebody behind a proxy that hides it, who asked for %s',
    async (host) => {
      const route = metricsRoute();

      expect(await route?.handle({ ...LOCAL, headers: { host } })).toEqual({ status: 404 });
    },
  );

  it('C07 are not there for another machine', async () => {
    const route = metricsRoute();

    expect(await route?.handle({ ...LOCAL, ip: '192.168.1.20' })).toEqual({ status: 404 });
  });
});
