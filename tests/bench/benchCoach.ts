import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { browserOf, share } from '../bot/coach/browsing.ts';
import { type CoachServer, type Person, startCoachServer } from '../bot/coach/coachServer.ts';
import { aTalk } from '../bot/exports/aTalk.ts';
import { aTurn, openConversation } from '../bot/storage/turns.ts';
import { percentile } from './figures.ts';

const QUEUED = 10_000;
const TURNS = 60;
const LOOKS = 40;
/** Milliseconds: what a coach may have to wait. */
const GOALS = { queue: 200, transcript: 300, withdrawn: 1000 } as const;

const SENTENCES = [
  'Wat naar om dat van een andere moeder te moeten horen.',
  'Wat merkt u thuis aan Sam in de ochtend?',
  'U kent hem het langst, u ziet dingen die wij hier niet zien.',
  'Ach, kleuters ruziën nu eenmaal.',
  'Morgen in de kring let ik zelf op de bouwhoek en ik bel u om half vier.',
];

/** How long a coach waits: for a page of a long queue, for a long talk; and how soon a withdrawal counts. */
export async function benchCoach(): Promise<void> {
  const server = await startCoachServer();
  try {
    const school = 'school';
    const teacher = server.person(school, 'Anne', ['teacher']);
    const coach = await server.addCoach(school, 'Kim');
    const hers = browserOf(server, coach);
    fillQueue(server, teacher, coach);
    const pages = Array.from({ length: LOOKS }, (_, look) => 1 + Math.floor((look * QUEUED) / 20 / LOOKS));
    report('a page of a queue of 10,000', GOALS.queue, await timesOf(pages, (page) => hers.get(`/coach?page=${page}`)));

    const id = await rehearseLong(server, teacher);
    const [page = ''] = await share(server, teacher, id, [coach]);
    report(`a talk of ${TURNS} turns`, GOALS.transcript, await timesOf(pages, () => hers.get(page)));

    const { tenant, userId: teacherId } = teacher;
    const began = performance.now();
    const at = new Date().toISOString();
    await server.storage.shares.withdraw({ tenant, teacherId, id: page.split('/').at(-1) ?? '', at });
    const { status } = await hers.get(`${page}/open`);
    report(`a withdrawal, until the next look is refused (${status})`, GOALS.withdrawn, [performance.now() - began]);
  } finally {
    await server.close();
  }
}

async function timesOf<Item>(
  items: readonly Item[],
  look: (item: Item) => Promise<Response>,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const item of items) {
    const began = performance.now();
    const reply = await look(item);
    await reply.text();
    if (!reply.ok) throw new Error(`A page answered ${reply.status}.`);
    times.push(performance.now() - began);
  }
  return times;
}

function report(what: string, goal: number, times: readonly number[]): void {
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)].map(Math.round);
  process.stdout.write(`${what}: p50 ${half} ms, p95 ${most} ms (goal ${goal} ms)\n`);
}

/** A talk longer than any parent stays for: its turns again and again, with numbers of their own. */
async function rehearseLong({ storage }: CoachServer, { tenant, userId }: Person): Promise<string> {
  const { kept, scenario } = aTalk(SENTENCES);
  const { turns } = kept.rehearsal;
  const long = Array.from({ length: TURNS }, (_, index) => ({ ...turns[index % turns.length], number: index + 1 }));
  const talk = { ...kept, rehearsal: { ...kept.rehearsal, turns: long } };
  const home = await openConversation(storage, { tenant, userId });
  const id = randomUUID();
  const { id: scenarioId, revision } = scenario;
  const started = { id, scenarioId, revision, scenario: { ...scenario }, locale: 'nl', seed: 1 };
  await storage.conversations.commit(
    aTurn(home, {
      rehearsalsStarted: [started],
      rehearsalsEnded: [{ id, reason: 'stopped', kept: { summary: { ...kept.summary }, words: '', talk } }],
    }),
  );
  return id;
}

/** Rehearsals without their talks, which a queue does not read; every tenth was sent. Written past the stores, as it is many. */
function fillQueue({ file }: CoachServer, { tenant, userId }: Person, coach: Person): void {
  const summary = JSON.stringify(aTalk().kept.summary);
  const database = new DatabaseSync(file);
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>) => {
    const names = Object.keys(row);
    const places = names.map(() => '?').join();
    database.prepare(`insert into ${table} (${names.join()}) values (${places})`).run(...Object.values(row));
  };
  database.exec('begin');
  insert('scenario_revisions', { scenario_id: 'bench', revision: 'r', scenario: '{}' });
  for (let number = 0; number < QUEUED; number += 1) {
    const [conversation_id, rehearsal_id] = [`c${number}`, randomUUID()];
    const at = new Date(Date.now() - number * 60_000).toISOString();
    const home = { tenant, conversation_id };
    insert('conversations', {
      tenant,
      id: conversation_id,
      user_id: userId,
      channel: 'directline',
      version: 1,
      last_seq: 0,
      state: '{}',
      created_at: at,
      updated_at: at,
    });
    const moments = { started_at: at, ended_at: at, end_reason: 'agreed' };
    const talk = { scenario_id: 'bench', revision: 'r', locale: 'nl', seed: 1, summary, words: '', talk: '{}' };
    insert('rehearsals', { ...home, id: rehearsal_id, ...talk, ...moments });
    insert('shares', {
      ...home,
      id: randomUUID(),
      rehearsal_id,
      teacher_id: userId,
      teacher_name: 'Anne',
      coach_id: coach.userId,
      coach_name: 'Kim',
      question: 'Was ik te snel?',
      may_learn: 0,
      shared_at: at,
      ends_at: '2099-01-01T00:00:00.000Z',
      sent_at: number % 10 === 0 ? at : null,
    });
  }
  database.exec('commit');
  database.close();
}
