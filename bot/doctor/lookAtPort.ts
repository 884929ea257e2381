import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Config } from '../config.ts';
import { errorCode } from '../errorCode.ts';
import { type Finding, good, WHO, wrong } from './finding.ts';

const TIMEOUT_MS = 3000;

/** The port, and where the bot already runs there: a running bot can be asked. */
export interface PortFound {
  readonly finding: Finding;
  /** Address of the running bot, without a slash behind it; null when none runs. */
  readonly running: string | null;
}

/** Whether the bot can listen, or does so already. */
export async function lookAtPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<PortFound> {
  const code = await listenFault(host, port);
  if (code === undefined) return { finding: good(`Port ${port} on ${host} is free.`), running: null };

  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (await isOurs(address)) return { finding: good(`The bot is running on port ${port}.`), running: address };
  return {
    finding: wrong(`Port ${port} on ${host} cannot be used: ${meaning(code)}.`, WHO.machine, cure(code)),
    running: null,
  };
}

async function listenFault(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    server.listen({ host, port, exclusive: true });
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return String(errorCode(error) ?? 'unknown');
  } finally {
    server.close();
  }
}

async function isOurs(address: string): Promise<boolean> {
  try {
    const reply = await fetch(`${address}/healthz`, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body: unknown = await reply.json();
    return reply.ok && typeof body === 'object' && body !== null && 'status' in body && body.status === 'up';
  } catch {
    return false;
  }
}

function meaning(code: string): string {
  if (code === 'EADDRINUSE') return 'another programme listens there';
  return code === 'EACCES' ? 'this account may not listen there' : `the system says ${code}`;
}

function cure(code: string): string {
  if (code === 'EACCES') return 'set PORT in .env to a number above 1023.';
  return 'stop that programme, or set PORT in .env to another number.';
}
