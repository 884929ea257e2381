import { describe, expect, it } from '@jest/globals';
import { createSite } from '../../../bot/http/site.ts';

describe('a public site', () => {
  const site = createSite('https://app.nl', ['https://chat.school.nl']);

  it('knows its own names and those for health checks', () => {
    const hosts = ['app.nl', 'APP.nl:443', 'chat.school.nl', 'localhost:3978', '127.0.0.1', '[::1]:80'];

    expect(hosts.filter((host) => !site.isHost(host))).toEqual([]);
  });

  it.each(['evil.nl', 'app.nl.evil.com', 'evilapp.nl', 'app.nl.', '', 'app.nl/x', 'a@app.nl'])(
    'does not answer to the name "%s"',
    (host) => {
      expect(site.isHost(host)).toBe(false);
    },
  );

  it.each([
    'https://app.nl.evil.com',
    'https://evilapp.nl',
    'http://app.nl',
    'https://app.nl:8443',
    'http://localhost:3978',
    'null',
    '',
  ])('D10 does not take %s for its own page', (origin) => {
    expect(site.isOrigin(origin, 'app.nl')).toBe(false);
    expect(site.isOrigin(origin, 'localhost:3978')).toBe(false);
  });

  it('takes its own pages, wherever a proxy sends them in', () => {
    expect(site.isOrigin('https://app.nl', 'localhost:3978')).toBe(true);
    expect(site.isOrigin('https://chat.school.nl', 'chat.school.nl')).toBe(true);
    expect(site.originFor('localhost:3978')).toBe('https://app.nl');
  });
});

describe('a site on a teacher’s own machine', () => {
  const site = createSite('http://localhost:3978');

  it('is the same under each of the machine’s own names', () => {
    expect(site.isOrigin('http://127.0.0.1:3978', '127.0.0.1:3978')).toBe(true);
    expect(site.originFor('127.0.0.1:3978')).toBe('http://127.0.0.1:3978');
  });

  it('is not the page of another program beside it', () => {
    expect(site.isOrigin('http://localhost:4000', 'localhost:3978')).toBe(false);
    expect(site.isOrigin('http://evil.nl', 'evil.nl')).toBe(false);
  });
});
