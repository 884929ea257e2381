import { pseudonymOf, reviewStatement, type TalkDone, xapiStatements } from '../exports/xapiStatements.ts';
import type { HttpReply } from '../http/route.ts';
import { download, fileNameOf } from '../mine/exportReplies.ts';
import type { CoachVisit, OpenTalk } from './coachVisit.ts';
import { type ReviewedTalk, reviewCsv, reviewOnPaper, reviewTranscript } from './reviewedTalk.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes one form of a reviewed talk. */
export type ReviewFile = (reviewed: ReviewedTalk, hasDebrief: boolean) => Promise<HttpReply> | HttpReply;

/** The forms that need no more than the talk and its review, by the last part of their address. */
export const REVIEWED_FILES: Readonly<Record<string, ReviewFile>> = {
  'word.docx': async (reviewed, hasDebrief) => {
    const { wordFile } = await import('../keepsakes/wordFile.ts');
    const bytes = await wordFile(reviewOnPaper(reviewed, hasDebrief), reviewed.t);
    return download(`${fileNameOf(reviewed.talk)}.docx`, WORD, bytes);
  },
  'talk.csv': (reviewed) =>
    download(`${fileNameOf(reviewed.talk)}.csv`, 'text/csv; charset=utf-8', reviewCsv(reviewed)),
  'talk.transcript': (reviewed) =>
    download(`${fileNameOf(reviewed.talk)}.transcript`, 'application/json; charset=utf-8', reviewTranscript(reviewed)),
};

/** The forms that a coach can take along while it is shared, by the last part of their address. */
export const REVIEW_FILES: Readonly<
  Record<string, (visit: CoachVisit, open: OpenTalk) => Promise<HttpReply> | HttpReply>
> = {
  ...Object.fromEntries(
    Object.entries(REVIEWED_FILES).map(([name, make]) => [
      name,
      (visit: CoachVisit, open: OpenTalk) => make(reviewedBy(visit, open), false),
    ]),
  ),
  'xapi.json': ({ options, coach }, { open, talk }) => {
    const { pseudonymRing, publicUrl, content } = options;
    const { share, review } = open;
    const { summary, rehearsal } = talk.kept;
    const done: TalkDone = {
      id: talk.id,
      scenarioId: talk.scenario.id,
      locale: rehearsal.locale,
      startedAt: talk.startedAt,
      endedAt: talk.endedAt,
      summary,
    };
    const pseudonym = (userId: string) => pseudonymOf(pseudonymRing.current(), publicUrl, coach.tenant, userId);
    const statements = [
      ...xapiStatements([done], pseudonym(share.teacherId), content),
      ...(share.sentAt === null
        ? []
        : [
            reviewStatement(
              done,
              { id: share.id, sentAt: share.sentAt, comments: review.comments.length },
              pseudonym(coach.userId),
            ),
          ]),
    ];
    const json = `${JSON.stringify(statements, null, 2)}\n`;
    return download(`${fileNameOf(talk)}-xapi.json`, 'application/json; charset=utf-8', json);
  },
};

function reviewedBy({ options, texts, t }: CoachVisit, { open, talk }: OpenTalk): ReviewedTalk {
  const { share, review, answers } = open;
  return {
    talk,
    review,
    answers,
    teacherName: share.teacherName || t('coach.teacher'),
    coachName: share.coachName,
    content: options.content,
    rubric: options.rubric,
    t: texts(talk.kept.rehearsal.locale),
  };
}
