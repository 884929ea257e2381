import type { Locale } from '../../content/schema/locale.ts';
import type { Rubric } from '../../content/schema/rubric.ts';
import type { Content } from '../../dialogs/ports.ts';
import type { Translate } from '../../dialogs/texts.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import type { HttpReply, HttpRequest } from '../http/route.ts';
import type { Identity } from '../identity/identity.ts';
import type { Principal } from '../identity/principal.ts';
import type { KeyRing } from '../keys/keyRing.ts';
import type { Framed } from '../mine/frame.ts';
import type { Storage } from '../ports.ts';
import type { Mask } from './correctedTurns.ts';
import type { OpenShare } from './reviewPorts.ts';

/** Where a coach begins. */
export const COACH = '/coach';

/** What a coach's pages are made from. */
export interface CoachOptions {
  readonly storage: Pick<Storage, 'reviews' | 'audit' | 'scenarioRevisions'>;
  readonly identity: Pick<Identity, 'coachOf' | 'teacherOf' | 'forms' | 'coaches'>;
  readonly content: Content;
  readonly rubric: Rubric;
  /** Tells the teacher in the chat that a review came. Never throws. */
  readonly tellTeacher: (sent: SentReview) => Promise<void>;
  /** Masks names and numbers in what is taken along to learn from; without it nothing can be. */
  readonly mask?: Mask;
  /** Makes the pseudonym in xAPI; kept, at least 32 bytes. */
  readonly pseudonymRing: KeyRing;
  readonly publicUrl: string;
  /** Where somebody goes who has to sign in first; left out where there are no accounts. */
  readonly signIn?: (request: HttpRequest) => HttpReply | null | undefined;
  readonly files: Framed['files'];
  readonly now?: () => Date;
}

/** A review that was sent, and to whom. */
export interface SentReview {
  readonly tenant: string;
  readonly teacherId: string;
  readonly rehearsalId: string;
  readonly shareId: string;
  readonly coachName: string;
}

/** One coach who looks at something, in one language. */
export interface CoachVisit extends Framed {
  readonly options: CoachOptions;
  readonly request: HttpRequest;
  readonly coach: Principal;
  readonly texts: (locale: Locale) => Translate;
  /** ISO 8601, UTC: the moment at which every question of this visit is asked. */
  readonly at: string;
}

/** A shared rehearsal that is open to this coach now, with what can be shown of it. */
export interface OpenTalk {
  readonly open: OpenShare;
  readonly talk: TalkToExport;
  /** Two coaches code it, and this one has not sent yet: what was recognised is not shown. */
  readonly isBlind: boolean;
}

/** What answers a coach's visit. */
export type CoachAnswer = (visit: CoachVisit) => Promise<HttpReply>;

/** The address of a shared rehearsal. */
export function shareAddress(shareId: string, rest = ''): string {
  return `${COACH}/shares/${shareId}${rest}`;
}
