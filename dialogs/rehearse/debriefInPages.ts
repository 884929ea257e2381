import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays } from '../activities.ts';
import { withCard } from '../cards/withCard.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import { citedInDebrief } from '../sources/cited.ts';
import { curveChart } from './curve/curveChart.ts';
import { debriefCard } from './debriefCard.ts';
import { debriefPageText, debriefSource } from './debriefMessages.ts';
import { DEBRIEF_PAGES, type DebriefPage } from './debriefPage.ts';
import type { Debriefed } from './rehearseState.ts';
import { standingOfTalk } from './standingOfTalk.ts';
import { whatNow } from './whatNow.ts';

/** The debrief as one message: all of its pages in words, the first of them on a card that turns to the others. */
export function debriefInPages(turn: DialogTurn, scenario: Scenario, state: Debriefed): Partial<Activity> {
  const source = debriefSource(turn, scenario, state.rehearsal);
  const pages = DEBRIEF_PAGES.map((page) => {
    const text = debriefPageText(source, page, state.estimate ?? null);
    return page === 'short' ? text : [`## ${source.t(`cards.debrief.${page}.heading`)}`, text].join('\n\n');
  });
  turn.memory.cited = citedInDebrief(source.report);
  return pageOf(turn, scenario, state, 'short', pages.join('\n\n'));
}

/** One page of the debrief of the talk at hand. */
export function debriefPageMessage(
  turn: DialogTurn,
  scenario: Scenario,
  state: Debriefed,
  page: DebriefPage,
): Partial<Activity> {
  const source = debriefSource(turn, scenario, state.rehearsal);
  return pageOf(turn, scenario, state, page, debriefPageText(source, page, state.estimate ?? null));
}

function pageOf(
  turn: DialogTurn,
  scenario: Scenario,
  state: Debriefed,
  page: DebriefPage,
  words: string,
): Partial<Activity> {
  const { rehearsal } = state;
  const source = debriefSource(turn, scenario, rehearsal);
  const ways = whatNow(turn, state);
  const message = guideSays(rehearsal.locale, 'debrief', words, { suggestions: ways });
  return withCard(turn, message, () =>
    debriefCard(source.t, page, {
      text: debriefPageText(source, page, state.estimate ?? null),
      chart: rehearsal.turns.length > 0 ? curveChart(scenario, rehearsal, source.report) : null,
      ways,
      on: standingOfTalk(state),
    }),
  );
}
