import type { Content } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Translate } from '../texts.ts';
import { withoutName } from '../tips/withoutName.ts';
import type { KnownCarried, MessageAnswer } from './createAnswering.ts';
import type { OfferedReply } from './repliesTo.ts';

/** A reply as it is shown: how it sounds, and the words to send, in the language of the message. */
export interface ShownReply {
  readonly label: string;
  readonly text: string;
}

/** All that is said about a message, in the order of showing; Markdown, in the language of the teacher. */
export interface AnswerParts {
  readonly heading: string;
  readonly carries: readonly { readonly shown: string; readonly read: string }[];
  /** How heated it is, and whether to settle it in writing. */
  readonly warnings: readonly string[];
  readonly offered: string;
  readonly replies: readonly ShownReply[];
  readonly avoid: readonly string[];
  /** How its sources are named, as in "Munniksma e.a., 2014". */
  readonly sources: string;
}

/** Puts an answer into words. `texts`: interface texts by language; `locale`: the teacher's. */
export function answerParts(
  answer: MessageAnswer,
  { sources }: Pick<Content, 'sources'>,
  locale: Locale,
  texts: (locale: Locale) => Translate,
): AnswerParts {
  const t = texts(locale);
  const { carries, isSure, heat, replies, avoid, language } = answer;
  const child = answer.child ?? texts(language)('answering.child');
  const first = carries[0]?.about;
  return {
    heading: t(isSure ? 'answering.read' : 'answering.maybe'),
    carries: carries.map((carried) => ({ shown: shown(carried, locale, t), read: carried.about.read[locale] })),
    warnings: [t(`answering.heat.${heat}`), t(`answering.settle.${first?.weight ?? 'light'}`)].filter(Boolean),
    offered: t('answering.offered'),
    replies: replies.map((offered) => ({
      label: labelOf(offered, replies[0], locale, t),
      text: withoutName(offered.reply.text[language], child),
    })),
    avoid: avoid.map(({ text, because }) =>
      t('answering.avoid', { text: withoutName(text[language], child), because: because[locale] }),
    ),
    sources: answer.sources.map((id) => sources.find((one) => one.id === id)?.short[locale] ?? id).join('; '),
  };
}

function shown({ about, quote, kind }: KnownCarried, locale: Locale, t: Translate): string {
  const name = about.name[locale];
  const words = plainQuote(quote);
  return kind === 'unclear' || words === ''
    ? t('answering.carriedBare', { name })
    : t('answering.carried', { name, quote: words });
}

/** Words of a parent, in which nothing is a mark of Markdown: no link that they hide, no heading that they make. */
function plainQuote(quote: string): string {
  return quote
    .replaceAll(/[`*_~#<>|\\]/gu, '')
    .replaceAll('](', '] (')
    .trim();
}

/** What a reply answers is told where it is not what the first one answers. */
function labelOf({ kind, reply }: OfferedReply, first: OfferedReply | undefined, locale: Locale, t: Translate): string {
  const tone = t(`answering.tone.${reply.tone}`);
  return kind.id === first?.kind.id ? tone : t('answering.toneAbout', { tone, name: kind.name[locale] });
}
