import { z } from 'zod';
import { type Finding, good, WHO, wrong } from './finding.ts';
import { networkFault } from './networkFault.ts';

const TIMEOUT_MS = 10_000;

const metadataSchema = z.object({ jwks_uri: z.url() });

/** The keys with which messages from Teams are checked, and what the clock there says. */
export interface KeysFound {
  readonly finding: Finding;
  readonly clocks: { readonly theirs: Date; readonly ours: Date } | null;
}

/** Whether the keys of Microsoft's tokens can be fetched: without them nobody who writes in Teams is let in. */
export async function lookAtKeys(metadata: string, now: () => Date): Promise<KeysFound> {
  const { host } = new URL(metadata);
  try {
    const reply = await fetch(metadata, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const clocks = clocksOf(reply.headers.get('date'), now());
    const isMetadata = reply.ok && metadataSchema.safeParse(await reply.json().catch(() => null)).success;
    if (isMetadata) return { finding: good(`Microsoft's keys can be fetched from ${host}.`), clocks };
    return { finding: unreachable(host, `it answers ${reply.status}, and not with keys`), clocks };
  } catch (error) {
    return { finding: unreachable(host, networkFault(error)), clocks: null };
  }
}

function unreachable(host: string, why: string): Finding {
  return wrong(
    `Microsoft's keys cannot be fetched from ${host}: ${why}.`,
    WHO.network,
    'let this machine go out to that host with https (port 443), without a proxy that opens the connection.',
  );
}

function clocksOf(date: string | null, ours: Date): KeysFound['clocks'] {
  const theirs = new Date(date ?? '');
  return Number.isNaN(theirs.getTime()) ? null : { theirs, ours };
}
