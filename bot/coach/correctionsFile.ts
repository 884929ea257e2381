import type { KeptRehearsal } from '../../dialogs/rehearse/keptRehearsal.ts';
import { shownMarks } from '../exports/shownMarks.ts';
import type { HttpReply } from '../http/route.ts';
import { download } from '../mine/exportReplies.ts';
import type { CoachVisit } from './coachVisit.ts';
import { correctedTurns } from './correctedTurns.ts';
import { endedPage } from './endedPages.ts';

/** More than one coach sends within the time that texts are kept. */
const MOST = 1000;

/**
 * The labels that this coach corrected in talks that are shared now, and of which the teacher said that they may be learned
 * from: a JSON value on a line, masked, as `npm run eval -- --with <file>` reads it. Each talk is noted as taken along.
 */
export async function correctionsFile(visit: CoachVisit): Promise<HttpReply> {
  const { options, coach, at } = visit;
  const { mask } = options;
  if (!mask) return endedPage(visit);
  const { reviews } = options.storage;
  const who = { tenant: coach.tenant, coachId: coach.userId, at };
  const { shares } = await reviews.queue({ ...who, part: 'reviewed', offset: 0, limit: MOST });
  const lines: string[] = [];
  for (const { share } of shares) {
    const open = share.mayLearn ? await reviews.open({ ...who, shareId: share.id, as: 'exported' }) : null;
    if (!open) continue;
    const { rehearsal } = open.rehearsal.talk as unknown as KeptRehearsal;
    for (const turn of correctedTurns(open.review, rehearsal, mask)) lines.push(shownMarks(JSON.stringify(turn)));
  }
  return download(
    'op-een-lijn-labels.jsonl',
    'application/jsonl; charset=utf-8',
    lines.map((line) => `${line}\n`).join(''),
  );
}
