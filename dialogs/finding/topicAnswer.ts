import type { Content } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import { TIPS } from '../../content/schema/move.ts';
import type { Tip } from '../../content/schema/tip.ts';
import type { TopicId } from '../../content/schema/topic.ts';
import { withoutName } from '../tips/withoutName.ts';

/** What a question about a topic is answered with. */
export interface TopicAnswer {
  readonly kind: 'tip' | 'tool';
  readonly topic: TopicId;
  /** Place among the tips or the tools, from 1. */
  readonly number: number;
  readonly name: string;
  /** What it comes down to, in one or two sentences. */
  readonly gist: string;
  /** Two sentences to say as they stand. */
  readonly say: readonly string[];
  readonly avoid: { readonly text: string; readonly because: string };
  /** Id of the source. */
  readonly source: string;
}

/** The answer of a topic in one language; `child` stands in for the child's name. Throws when content lacks the topic. */
export function topicAnswer(
  { tips, toolbox }: Pick<Content, 'tips' | 'toolbox'>,
  topic: TopicId,
  locale: Locale,
  child: string,
): TopicAnswer {
  const spoken = (text: Readonly<Record<Locale, string>>) => withoutName(text[locale], child);
  const tip = tips.find(({ id }) => id === topic);
  const [avoid] = tip?.avoid ?? [];
  if (tip && avoid) {
    const say = forAnybody(tip).map(({ text }) => spoken(text));
    return {
      kind: 'tip',
      topic,
      number: TIPS.indexOf(tip.id) + 1,
      name: tip.name[locale],
      gist: tip.what[locale],
      say,
      avoid: { text: spoken(avoid.text), because: avoid.because[locale] },
      source: tip.source,
    };
  }
  const tool = toolbox.find(({ id }) => id === topic);
  if (!tool) throw new Error(`Content holds no tip or tool ${topic}.`);
  return {
    kind: 'tool',
    topic,
    number: toolbox.indexOf(tool) + 1,
    name: tool.title[locale],
    gist: tool.gist[locale],
    say: tool.say.slice(0, 2).map(spoken),
    avoid: { text: spoken(tool.avoid.text), because: tool.avoid.because[locale] },
    source: tool.source,
  };
}

/** Two sentences that fit most talks: those to open with before others, those for any child and situation before others. */
function forAnybody({ say }: Tip): Tip['say'] {
  const isSpecial = ({ group, situation }: Tip['say'][number]) => group !== undefined || situation !== undefined;
  const rank = (saying: Tip['say'][number]) => Number(isSpecial(saying)) * 2 + Number(saying.moment !== 'opening');
  return say.toSorted((a, b) => rank(a) - rank(b)).slice(0, 2);
}
