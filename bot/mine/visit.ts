import type { Locale } from '../../content/schema/locale.ts';
import type { Content } from '../../dialogs/ports.ts';
import type { Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { Translate } from '../../dialogs/texts.ts';
import type { TalkToExport } from '../exports/talkToExport.ts';
import type { HttpReply, HttpRequest } from '../http/route.ts';
import type { Person, Principal, PrincipalOf } from '../identity/principal.ts';
import type { KeyRing } from '../keys/keyRing.ts';
import type { Storage, TurnRunner } from '../ports.ts';
import type { Framed } from './frame.ts';

/** What stands beside a talk because others may read along. */
export interface Beside {
  /** Under a turn. */
  readonly under: (turn: number) => readonly Markup[];
  /** Behind the debrief. */
  readonly sections: readonly Markup[];
}

/** Who is the same person in Teams and in a browser. */
export interface Linking {
  /** Others who are this person. */
  readonly sameAs: (person: Person) => Promise<readonly Person[]>;
  /** What the first page says of it. */
  readonly part: (visit: Visit) => Promise<readonly Markup[]>;
}

/** What the teacher's own pages are made from. */
export interface MineOptions {
  readonly storage: Pick<Storage, 'conversations' | 'rehearsals' | 'scenarioRevisions' | 'personalData' | 'oneTimes'>;
  readonly runner: Pick<TurnRunner, 'run'>;
  readonly content: Content;
  /** Whose pages these are: the same as in the chat. */
  readonly teacherOf: PrincipalOf;
  /** Where somebody goes who is nobody yet; null, or left out, where a browser without a past has an empty page. */
  readonly signIn?: (request: HttpRequest) => HttpReply | null;
  /** Left out where nobody can be the same person elsewhere. */
  readonly linking?: Linking;
  /** Left out where nobody can read along. */
  readonly beside?: (visit: Visit, talk: TalkToExport) => Promise<Beside>;
  /** Makes the pseudonym in xAPI; kept, at least 32 bytes. */
  readonly pseudonymRing: KeyRing;
  readonly publicUrl: string;
  readonly retentionDays: number;
  readonly files: Framed['files'];
  readonly now?: () => Date;
}

/** One teacher who looks at their own pages, in one language. */
export interface Visit extends Framed {
  readonly options: MineOptions;
  readonly request: HttpRequest;
  readonly tenant: string;
  readonly userId: string;
  /** Who looks; undefined for a browser that is nobody yet. */
  readonly teacher?: Principal;
  /** Who this teacher is too. */
  readonly also: readonly Person[];
  /** In a language of choice: a rehearsal keeps its own. */
  readonly texts: (locale: Locale) => Translate;
}

/** What answers a visit. */
export type Answer = (visit: Visit) => Promise<HttpReply>;
