import type { Content } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { Translate } from '../texts.ts';
import type { TopicAnswer } from './topicAnswer.ts';

/** An answer in Markdown: its name, what it comes down to, what to say, what not, where it comes from. */
export function answerText(
  answer: TopicAnswer,
  { sources }: Pick<Content, 'sources'>,
  locale: Locale,
  t: Translate,
): string {
  const { kind, number, name, gist, say, avoid, source } = answer;
  const short = sources.find(({ id }) => id === source)?.short[locale] ?? source;
  return [
    t(`finding.${kind}`, { number, name }),
    gist,
    [t('finding.say'), ...say.map((text) => `- “${text}”`)].join('\n'),
    t('finding.avoid', avoid),
    t('finding.source', { short }),
  ].join('\n\n');
}
