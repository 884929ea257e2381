import type { Content } from '../../content/schema/content.ts';
import type { Danger } from '../../content/schema/danger.ts';
import type { Locale, Localized } from '../../content/schema/locale.ts';
import type { MessageKind } from '../../content/schema/messageKind.ts';
import type { DangerDetector } from '../language/danger/createDangerDetector.ts';
import { type Carried, createMessageReader, type MessageReading } from './createMessageReader.ts';
import { createOwnChildIn } from './ownChildIn.ts';
import { type OfferedReply, repliesTo } from './repliesTo.ts';

/** Something that a message carries, as content knows it. */
export type KnownCarried = Carried & { readonly about: MessageKind };

/** What is offered to a teacher who got a message. */
export interface MessageAnswer {
  readonly kind: 'answer';
  /** The language of the message, and so of a reply. */
  readonly language: Locale;
  /** What it carries: what weighs most first, then as clearly as it was read. */
  readonly carries: readonly KnownCarried[];
  readonly isSure: boolean;
  readonly heat: MessageReading['heat'];
  /** The name that the parent gives their own child; null where none is sure. */
  readonly child: string | null;
  /** Three; where it is a guess, two of them fit anything and the last one the guess. */
  readonly replies: readonly OfferedReply[];
  readonly avoid: readonly { readonly text: Localized; readonly because: Localized }[];
  /** Ids, each once. */
  readonly sources: readonly string[];
}

/** Somebody is in danger, by what the message says: nothing is offered but the route. */
export interface DangerInMessage {
  readonly kind: 'danger';
  readonly danger: Danger;
}

/** What is known of a message beside its words. */
export interface AboutMessage {
  /** When it was sent, ISO 8601. */
  readonly sentAt?: string;
  /** Danger was looked for already, or the teacher says that there is none. */
  readonly isNoDanger?: boolean;
}

/** Reads a message of a parent and offers replies. `expected`: the language of the teacher. Never throws, keeps nothing. */
export type Answering = (message: string, expected: Locale, about?: AboutMessage) => MessageAnswer | DangerInMessage;

/** Most sentences to avoid. */
const AVOIDED = 2;

/** What answering stands on beside its content. */
export interface AnsweringParts {
  readonly findDanger: DangerDetector;
  /** The language of these words: the expected one, unless they are clearly of another. */
  readonly localeOf: (words: string, expected: Locale) => Locale;
}

/** Throws where there is no content for it. */
export function createAnswering({ answering, lexicon }: Content, { findDanger, localeOf }: AnsweringParts): Answering {
  if (!answering) throw new Error('Content holds no answering.');
  const read = createMessageReader(answering, lexicon);
  const ownChildIn = createOwnChildIn(answering, lexicon);
  const kinds = new Map(answering.kinds.map((kind) => [kind.id, kind]));
  const unclear = kinds.get('unclear');
  if (!unclear) throw new Error('Content holds no answer to what is unclear.');

  return (message, expected, { sentAt, isNoDanger = false } = {}) => {
    const danger = isNoDanger ? null : findDanger(message);
    if (danger) return { kind: 'danger', danger: danger.kind };

    const language = localeOf(message, expected);
    const { carries, isSure, heat } = read(message, language, sentAt);
    const known = carries.flatMap((carried) => {
      const about = kinds.get(carried.kind);
      return about ? [{ ...carried, about }] : [];
    });
    const heaviest = known.toSorted((a, b) => weightOf(b.about) - weightOf(a.about));
    const about = heaviest.map((carried) => carried.about);
    const [most = unclear, ...others] = about;
    const beside = others.find(({ weight }) => weight === most.weight) ?? most;
    return {
      kind: 'answer',
      language,
      carries: heaviest,
      isSure,
      heat,
      child: ownChildIn(message),
      replies: isSure ? repliesTo(most, beside, heat) : repliesTo(unclear, most, heat),
      avoid: about.flatMap(({ avoid }) => avoid).slice(0, AVOIDED),
      sources: [...new Set(about.flatMap(({ sources }) => sources))],
    };
  };
}

function weightOf({ weight }: MessageKind): number {
  return weight === 'heavy' ? 1 : 0;
}
