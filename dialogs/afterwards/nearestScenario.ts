import MiniSearch from 'minisearch';
import type { Content } from '../../content/schema/content.ts';
import type { Locale } from '../../content/schema/locale.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { foldWord } from '../language/foldWord.ts';
import { stemWord } from '../language/stemWord.ts';
import type { LookingBack } from './lookBack.ts';

/**
 * Id of the scenario to rehearse this in: the one nearest to what the teacher wrote of the talk, in the plan too; else the
 * one rehearsed last, else the first. Undefined without scenarios.
 */
export function nearestScenario({ content, memory }: DialogTurn, back: LookingBack): string | undefined {
  const { plan, locale, rehearsed } = memory;
  const planned = plan && plan.id === back.planId ? Object.values(plan.answers).map(({ words }) => words) : [];
  const words = [back.talk, back.next, ...back.agreements.map(({ what }) => what), ...planned]
    .filter(Boolean)
    .join(' ');
  const known = (id: string | undefined) => content.scenarios.find((scenario) => scenario.id === id)?.id;
  return nearest(content, locale, words) ?? known(rehearsed.at(-1)?.scenario) ?? content.scenarios[0]?.id;
}

function nearest({ scenarios }: Content, locale: Locale, words: string): string | undefined {
  const search = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    processTerm: (term) => stemWord(foldWord(term), locale),
  });
  search.addAll(
    scenarios.map(({ id, title, summary, briefing, concerns }) => ({
      id,
      text: [title, summary, briefing, ...concerns.map(({ name }) => name)].map((text) => text[locale]).join(' '),
    })),
  );
  const [best] = search.search(words);
  return best && best.score >= FEWEST ? best.id : undefined;
}

/** A score that one rare word in common reaches, and a few common words do not. */
const FEWEST = 4;
