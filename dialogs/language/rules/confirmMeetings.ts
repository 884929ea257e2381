import type { Analysis } from '../analysis.ts';
import { clauseAt, overlaps, sentenceAt } from '../clauseAt.ts';
import type { Vote } from '../vote.ts';

/**
 * A meeting that is proposed is no agreement yet; a meeting that is confirmed is. So beside a proposal to meet, who,
 * what and when count only with a word that confirms ("afgesproken", "dan zie ik u").
 */
export function confirmMeetings(votes: readonly Vote[], analysis: Analysis): readonly Vote[] {
  const meetings = votes.filter(({ move }) => move === 'propose-face-to-face');
  const confirmed = meetings.filter((meeting) => isConfirmed(meeting, analysis));
  const kept = votes.filter(
    ({ move, from, to }) =>
      move !== 'clear-honest-realistic' ||
      !meetings.some((meeting) => overlaps(meeting, { from, to }) && !confirmed.includes(meeting)),
  );
  return [...kept, ...confirmed.map((meeting) => asAgreement(meeting, analysis))];
}

function isConfirmed({ from, to }: Vote, analysis: Analysis): boolean {
  const clause = clauseAt(analysis, from);
  const sentence = clause && analysis.sentences[clause.sentence];
  if (!clause || !sentence || clause.question !== null) return false;

  const { phrases } = analysis.viewOf(sentence.locale);
  const has = (list: 'when' | 'confirms') =>
    phrases.first(list, sentence.from, Math.max(to, sentence.to)) !== undefined;
  return has('when') && has('confirms');
}

function asAgreement(meeting: Vote, analysis: Analysis): Vote {
  const locale = sentenceAt(analysis, meeting.from)?.locale ?? 'nl';
  const because = analysis.viewOf(locale).grammar.reasons.meeting;
  return { ...meeting, move: 'clear-honest-realistic', strength: 0.75, because, sign: 'agreement' };
}
