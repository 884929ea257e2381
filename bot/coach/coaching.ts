import type { Content } from '../../dialogs/ports.ts';
import type { HttpReply, HttpRequest, Route } from '../http/route.ts';
import type { Identity } from '../identity/identity.ts';
import type { KeyRing } from '../keys/keyRing.ts';
import type { MineOptions } from '../mine/visit.ts';
import type { Storage, TurnRunner } from '../ports.ts';
import type { PageFiles } from '../webPages/pageFiles.ts';
import { besideTalk } from './besideTalk.ts';
import { boardPage } from './boardPage.ts';
import { coachPages } from './coachPages.ts';
import type { Mask } from './correctedTurns.ts';
import { sharePages } from './sharePages.ts';
import type { TeamsWay } from './teamsWay.ts';
import { tellTeacher } from './tellTeacher.ts';

/** Reading along: the pages of coaches, and what it adds to those of teachers. */
export interface Coaching {
  readonly routes: readonly Route[];
  readonly beside: NonNullable<MineOptions['beside']>;
}

/** Everything by which teachers share and coaches review. */
export function coaching(options: {
  readonly storage: Storage;
  readonly identity: Identity;
  readonly runner: Pick<TurnRunner, 'run'>;
  readonly content: Content;
  /** Left out where nothing is masked; then nothing can be taken along to learn from. */
  readonly mask?: Mask;
  /** Where somebody goes who has to sign in first. */
  readonly signIn?: (request: HttpRequest) => HttpReply | null | undefined;
  readonly teams?: TeamsWay | undefined;
  /** At least 32 bytes. */
  readonly pseudonymRing: KeyRing;
  readonly publicUrl: string;
  readonly files: PageFiles;
  readonly now?: () => Date;
}): Coaching {
  const { content, storage, runner, publicUrl, teams } = options;
  const { rubric } = content;
  if (!rubric) return { routes: [], beside: () => Promise.resolve({ under: () => [], sections: [] }) };

  const shared = { ...options, rubric };
  return {
    routes: [
      ...sharePages(shared),
      boardPage(shared),
      ...coachPages({ ...shared, tellTeacher: tellTeacher({ storage, runner, publicUrl, teams }) }),
    ],
    beside: besideTalk(shared),
  };
}
