import { chatFile } from '../exports/chatFile.ts';
import { talkCsv, talksCsv } from '../exports/csvFile.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import { talkOnPaper } from '../exports/talkOnPaper.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import { transcriptFile } from '../exports/transcriptFile.ts';
import { pseudonymOf, type TalkDone, xapiStatements } from '../exports/xapiStatements.ts';
import type { HttpReply } from '../http/route.ts';
import { PRIVATE } from './frame.ts';
import { summaryOf } from './rehearsalList.ts';
import type { Visit } from './visit.ts';

/** More rehearsals than anybody keeps within the time that texts are kept. */
const ALL = { offset: 0, limit: 5000 };

/** The forms of one rehearsal, by the last part of their address. */
export const TALK_FILES: Readonly<
  Record<string, (visit: Visit, talk: TalkToExport) => Promise<HttpReply> | HttpReply>
> = {
  'word.docx': async ({ options, texts }, talk) => {
    const t = texts(talk.kept.rehearsal.locale);
    const { wordFile } = await import('../keepsakes/wordFile.ts');
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    return download(`${fileNameOf(talk)}.docx`, type, await wordFile(talkOnPaper(talk, options.content, t), t));
  },
  'talk.chat': ({ texts }, talk) => {
    const teacher = texts(talk.kept.rehearsal.locale)('mine.csv.teacher');
    return download(`${fileNameOf(talk)}.chat`, 'text/plain; charset=utf-8', chatFile(talk, teacher));
  },
  'talk.csv': ({ options, texts }, talk) =>
    download(
      `${fileNameOf(talk)}.csv`,
      'text/csv; charset=utf-8',
      talkCsv(talk, options.content, texts(talk.kept.rehearsal.locale)),
    ),
  'talk.transcript': async ({ options, tenant, userId }, talk) => {
    const log = await options.storage.rehearsals.readLog(tenant, userId, talk.id);
    return download(`${fileNameOf(talk)}.transcript`, 'application/json; charset=utf-8', transcriptFile(talk.id, log));
  },
  'xapi.json': (visit, talk) => {
    const { summary, rehearsal } = talk.kept;
    const { id, startedAt, endedAt } = talk;
    const done = { id, scenarioId: talk.scenario.id, locale: rehearsal.locale, startedAt, endedAt, summary };
    return xapi(visit, `${fileNameOf(talk)}-xapi.json`, [done]);
  },
};

/** The forms of everything, by the last part of their address. */
export const ALL_FILES: Readonly<Record<string, (visit: Visit) => Promise<HttpReply>>> = {
  'rehearsals.csv': async (visit) => {
    const { options, t, locale } = visit;
    const talks = await talksDone(visit);
    return download('op-een-lijn.csv', 'text/csv; charset=utf-8', talksCsv(talks, options.content, locale, t));
  },
  'xapi.json': async (visit) => xapi(visit, 'op-een-lijn-xapi.json', await talksDone(visit)),
  'data.json': async ({ options, tenant, userId, also }) => {
    const own = await options.storage.personalData.export(tenant, userId);
    const others = await Promise.all(also.map((one) => options.storage.personalData.export(one.tenant, one.userId)));
    const data = also.length === 0 ? own : { ...own, alsoAs: others };
    const text = `${shownMarks(JSON.stringify(data, null, 2))}\n`;
    return download('op-een-lijn-mijn-gegevens.json', 'application/json; charset=utf-8', text);
  },
};

async function talksDone({ options, tenant, userId, also }: Visit): Promise<readonly TalkDone[]> {
  const { storage } = options;
  const { rehearsals } = await storage.rehearsals.list({ tenant, userId, also, ...ALL });
  return rehearsals.flatMap((row) => {
    const summary = summaryOf(row);
    if (!summary || row.endedAt === null) return [];
    const { id, scenarioId, locale, startedAt, endedAt } = row;
    return [{ id, scenarioId, locale, startedAt, endedAt, summary }];
  });
}

function xapi({ options, tenant, userId }: Visit, name: string, talks: readonly TalkDone[]): HttpReply {
  const { pseudonymRing, publicUrl, content } = options;
  const actor = pseudonymOf(pseudonymRing.current(), publicUrl, tenant, userId);
  const statements = xapiStatements(talks, actor, content);
  return download(name, 'application/json; charset=utf-8', `${JSON.stringify(statements, null, 2)}\n`);
}

/** Made of the day and the scenario's id, never of what somebody typed. */
export function fileNameOf({ startedAt, scenario }: TalkToExport): string {
  return `op-een-lijn-${startedAt.slice(0, 10)}-${scenario.id.replace(/[^a-z0-9-]/gu, '').slice(0, 60)}`;
}

/** A file under a name that we made, for its owner alone. */
export function download(name: string, type: string, body: string | Uint8Array): HttpReply {
  return {
    status: 200,
    headers: { ...PRIVATE, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    body,
  };
}
