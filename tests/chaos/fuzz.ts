import fc from 'fast-check';
import { anyActivity } from './anyActivity.ts';
import { inGroups } from './storm.ts';

/** What became of activities that nobody would send. */
export interface FuzzOutcome {
  readonly sent: number;
  /** By status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Replies other than 200, 400, 413 and 429, and posts without a reply. */
  readonly unexpected: number;
  /** Replies that tell of the inside: a stack, a path, what another teacher said. */
  readonly leaks: number;
  /** Bodies of the first few that were unexpected or leaked, to look into. */
  readonly examples: readonly string[];
}

export interface Fuzz {
  readonly url: string;
  readonly count: number;
  /** What is sent is the same for the same seed. */
  readonly seed: number;
  /** Conversations at the same time. */
  readonly teachers?: number;
}

const EXPECTED = new Set([200, 400, 413, 429]);
const INSIDE = /\.ts:\d|node_modules|\bat [\w.<>]+ \(|SQLITE|Kysely|secret-of-somebody-else/;
const MOST_EXAMPLES = 5;
const MOST_TRIES = 3;
/** In one conversation, before a new one begins. */
const LONGEST_TALK = 200;

interface Teacher {
  readonly path: string;
  readonly token: string;
}

/** Posts so many to a running product, over Direct Line, in several conversations at once. */
export async function fuzz({ url, count, seed, teachers = 8 }: Fuzz): Promise<FuzzOutcome> {
  const statuses: Record<string, number> = {};
  const examples: string[] = [];
  let [unexpected, leaks] = [0, 0];
  await post(url, await begin(url), JSON.stringify({ type: 'message', text: 'secret-of-somebody-else' }));

  const bodies = fc.sample(anyActivity, { numRuns: count, seed }).map((activity) => JSON.stringify(activity));
  const talks = Array.from({ length: Math.ceil(count / LONGEST_TALK) }, (_, at) =>
    bodies.slice(at * LONGEST_TALK, (at + 1) * LONGEST_TALK),
  );
  await inGroups(talks, teachers, async (talk) => {
    const teacher = await begin(url);
    for (const body of talk) {
      const { status, text } = await post(url, teacher, body);
      statuses[status] = (statuses[status] ?? 0) + 1;
      const [isOdd, leaksOut] = [!EXPECTED.has(status), INSIDE.test(text)];
      if (isOdd) unexpected += 1;
      if (leaksOut) leaks += 1;
      if ((isOdd || leaksOut) && examples.length < MOST_EXAMPLES) examples.push(`${status} ${body.slice(0, 2000)}`);
    }
  });
  return { sent: bodies.length, statuses, unexpected, leaks, examples };
}

async function begin(url: string): Promise<Teacher> {
  const reply = await ask(`${url}/api/directline/token`, { method: 'POST' });
  const { conversationId, token } = (await reply.json()) as { conversationId: string; token: string };
  return { path: `/v3/directline/conversations/${conversationId}/activities`, token };
}

/** With all that the conversation then has, now and then: a reply is as much what was kept as what was answered. */
async function post(url: string, { path, token }: Teacher, body: string): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  try {
    const reply = await ask(url + path, { method: 'POST', headers, body });
    const text = await reply.text();
    if (reply.status !== 200 || body.length % 50 > 0) return { status: reply.status, text };
    const kept = await ask(url + path, { headers });
    return { status: kept.status, text: text + (await botWordsIn(kept)) };
  } catch {
    return { status: 0, text: '' };
  }
}

/** A connection that was idle may be closed at the very moment at which it is used again; a server that is gone stays gone. */
async function ask(address: string, request: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch(address, request);
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
    }
  }
}

/** What the teacher said is the teacher's own, whatever it looks like. */
async function botWordsIn(reply: Response): Promise<string> {
  const { activities } = (await reply.json()) as { activities: readonly { from: { role?: string } }[] };
  return JSON.stringify(activities.filter(({ from }) => from.role === 'bot'));
}
