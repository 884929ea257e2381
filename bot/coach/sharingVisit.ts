import type { Locale } from '../../content/schema/locale.ts';
import type { Rubric } from '../../content/schema/rubric.ts';
import type { Content } from '../../dialogs/ports.ts';
import type { Translate } from '../../dialogs/texts.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import type { HttpReply, HttpRequest } from '../http/route.ts';
import type { Identity } from '../identity/identity.ts';
import type { Principal } from '../identity/principal.ts';
import { type Framed, MINE } from '../mine/frame.ts';
import type { Storage, TurnRunner } from '../ports.ts';
import type { Mask } from './correctedTurns.ts';
import type { TeamsWay } from './teamsWay.ts';

/** What the pages are made from on which a teacher shares, and reads what came of it. */
export interface SharingOptions {
  readonly storage: Pick<Storage, 'shares' | 'audit' | 'rehearsals' | 'scenarioRevisions' | 'conversations'>;
  readonly identity: Pick<Identity, 'teacherOf' | 'forms' | 'coaches'>;
  readonly runner: Pick<TurnRunner, 'run'>;
  /** The way to a teacher's chat in Teams; left out where there is none. */
  readonly teams?: TeamsWay | undefined;
  readonly content: Content;
  readonly rubric: Rubric;
  /** Masks names and numbers in what is written; left out where nothing is masked. */
  readonly mask?: Mask;
  readonly files: Framed['files'];
  readonly now?: () => Date;
}

/** A teacher with one of their own rehearsals. */
export interface SharingVisit extends Framed {
  readonly options: SharingOptions;
  readonly request: HttpRequest;
  readonly teacher: Principal;
  readonly talk: TalkToExport;
  readonly texts: (locale: Locale) => Translate;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What answers it. */
export type SharingAnswer = (visit: SharingVisit) => Promise<HttpReply> | HttpReply;

/** The address of the own rehearsal, and of what belongs to it. */
export function talkAddress(rehearsalId: string, rest = ''): string {
  return `${MINE}/rehearsals/${rehearsalId}${rest}`;
}
