import { ownEvent } from '../../dialogs/ownEvents.ts';
import type { RehearsalSummary } from '../../dialogs/rehearse/keptRehearsal.ts';
import type { Storage, TurnRunner } from '../ports.ts';
import type { SentReview } from './coachVisit.ts';
import { talkAddress } from './sharingVisit.ts';
import type { TeamsWay } from './teamsWay.ts';

/**
 * Tells a teacher that a review came, in the chat of this browser and, where there is one, in Teams. What a coach wrote stays
 * on the page. Never throws: the review was sent, and the page shows it.
 */
export function tellTeacher(options: {
  readonly storage: Pick<Storage, 'conversations' | 'rehearsals'>;
  readonly runner: Pick<TurnRunner, 'run'>;
  readonly publicUrl: string;
  readonly teams?: TeamsWay | undefined;
}): (sent: SentReview) => Promise<void> {
  const { storage, runner, publicUrl, teams } = options;
  const tell = async ({ tenant, teacherId, rehearsalId, shareId, coachName }: SentReview) => {
    const row = await storage.rehearsals.read(tenant, teacherId, rehearsalId);
    if (!row?.summary) return;
    // The summary is what an earlier turn of ours kept.
    const { title } = row.summary as unknown as RehearsalSummary;
    const page = talkAddress(rehearsalId, '#reviews');
    const came = (at: string) =>
      ownEvent({ name: 'op-een-lijn/review-came', value: { shareId, coach: coachName, title, page: at } });
    const dedupeKey = `review/${shareId}`;
    const [chat, inTeams] = await Promise.all([
      storage.conversations.latestOf(tenant, teacherId, 'directline'),
      teams ? storage.conversations.latestOf(tenant, teacherId, 'msteams') : null,
    ]);
    if (chat) {
      const { id: conversationId, channel } = chat;
      await runner.run({ tenant, conversationId, userId: teacherId, channel, activity: came(page), dedupeKey });
    }
    if (inTeams) {
      await teams?.send({ tenant, conversationId: inTeams.id, activity: came(`${publicUrl}${page}`), dedupeKey });
    }
  };
  return (sent) => tell(sent).catch(() => undefined);
}
