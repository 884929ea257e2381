import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const lines = (file: string) => readFileSync(file, 'utf8').replaceAll('\\\n', ' ').split('\n');

/** The instructions of the last stage, which is the image. */
function imageSteps(): readonly string[] {
  const steps = lines('deployment/Dockerfile').filter((line) => /^[A-Z]+ /.test(line));
  return steps.slice(steps.findLastIndex((step) => step.startsWith('FROM ')));
}

describe('the container', () => {
  it('C10 runs as somebody without rights, tells how it is, and is asked to stop kindly', () => {
    const steps = imageSteps();

    expect(steps.filter((step) => step.startsWith('USER '))).toEqual(['USER node']);
    expect(steps.indexOf('USER node')).toBeGreaterThan(
      steps.findLastIndex((step) => step.startsWith('COPY ') || step.startsWith('RUN ')),
    );
    expect(steps.some((step) => step.startsWith('HEALTHCHECK ') && step.includes('bot/askHealth.mjs'))).toBe(true);
    expect(steps).toContain('STOPSIGNAL SIGTERM');
  });

  it('C10 is made of files that are there, and of nothing else', () => {
    const copied = lines('deployment/Dockerfile')
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    const letThrough = lines('deployment/Dockerfile.dockerignore').flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);

    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    expect(new Set(copied)).toEqual(new Set(letThrough));
    expect(copied.some((path) => path.startsWith('.env') || path === '.')).toBe(false);
  });

  it('starts as `npm start` does, with the same hold on memory', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
    const command = imageSteps().flatMap((step) => /^CMD (\[.+)$/.exec(step)?.[1] ?? []);

    expect(command.map((words) => JSON.parse(words).join(' '))).toEqual([scripts.start]);
  });

  it('C10 starts from images of a version, never the newest of the day', () => {
    const compose = parse(readFileSync('deployment/compose.yaml', 'utf8')) as {
      services: Record<string, { image?: string; build?: object }>;
    };
    const built = lines('deployment/Dockerfile').flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    const run = Object.values(compose.services).flatMap(({ image, build }) => (build || !image ? [] : [image]));

    for (const image of [...built, ...run]) expect(image).toMatch(/^[a-z]+:\d+[a-z0-9.-]*$/);
  });
});

describe('the containers together', () => {
  const compose = parse(readFileSync('deployment/compose.yaml', 'utf8')) as {
    services: Record<string, Record<string, unknown>>;
    secrets: Record<string, { file: string }>;
    volumes: Record<string, unknown>;
  };
  const { bot, database, backup } = compose.services;

  it('C10 give the bot a file system to read, one folder to write, and no rights of a kernel', () => {
    expect(bot).toMatchObject({ read_only: true, cap_drop: ['ALL'], user: 'node', volumes: ['bot-data:/data'] });
    for (const service of [bot, database, backup])
      expect(service?.['security_opt']).toContain('no-new-privileges:true');
  });

  it('C10 are reached from this machine alone, the database from nowhere', () => {
    expect(bot?.['ports']).toEqual(['127.0.0.1:3978:3978']);
    expect(database?.['ports']).toBeUndefined();
  });

  it('C05 have their passwords in files, never in this file', () => {
    const text = readFileSync('deployment/compose.yaml', 'utf8');

    expect(text).not.toMatch(/PASSWORD: |:\/\/\w+:[^@/\s]+@/);
    expect(Object.values(compose.secrets).every(({ file }) => file.startsWith('secrets/'))).toBe(true);
  });

  it('use only volumes that are declared', () => {
    const used = Object.values(compose.services).flatMap(({ volumes }) => (volumes ?? []) as string[]);
    const named = used.map((volume) => volume.split(':')[0] ?? '').filter((name) => !/^[./]/.test(name));

    expect(new Set(named)).toEqual(new Set(Object.keys(compose.volumes)));
  });
});

describe('two instances in containers', () => {
  const reset = { tag: '!reset', resolve: () => [], identify: () => false } as const;
  const one = parse(readFileSync('deployment/compose.yaml', 'utf8')) as Services;
  const two = parse(readFileSync('deployment/scale/compose.yaml', 'utf8'), {
    customTags: [{ ...reset, collection: 'seq' }],
  }) as Services;

  it('are the same, but that the second is made by the first', () => {
    const { build: _made, depends_on: _first, ports: _own, environment: own, ...bot } = one.services['bot'] ?? {};
    const { depends_on: _second, environment, ...second } = two.services['bot-two'] ?? {};

    expect(second).toEqual(bot);
    expect(environment).toMatchObject(own ?? {});
  });

  it('C10 are reached through the balancer alone, which this machine alone reaches', () => {
    expect(two.services['bot']?.['ports']).toEqual([]);
    expect(two.services['balancer']).toMatchObject({
      ports: ['127.0.0.1:3978:8080'],
      read_only: true,
      cap_drop: ['ALL'],
      image: expect.stringMatching(/^nginx:\d+\.\d+/),
    });
  });

  it('get every request and every socket from a balancer that knows them both', () => {
    const conf = readFileSync('deployment/scale/nginx.conf', 'utf8');

    for (const name of ['bot', 'bot-two']) expect(conf).toContain(`server ${name}:3978 `);
    expect(conf).not.toMatch(/ip_hash|sticky|hash /);
    expect(conf.match(/\{/g)).toHaveLength(conf.match(/\}/g)?.length ?? 0);
  });
});

interface Services {
  readonly services: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
