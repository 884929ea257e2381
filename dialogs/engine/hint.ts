import type { Move, TipId } from '../../content/schema/move.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { agendaOf } from './agendaOf.ts';
import { heatOf } from './heatOf.ts';
import { makes } from './occasion.ts';
import { onTheTable } from './onTheTable.ts';
import type { Rehearsal, Turn } from './rehearsal.ts';
import { benefitOf } from './variables.ts';

/** What a coach would point at: first where to look, then which tip. The sentences come from the tip. */
export interface Hint {
  readonly tip: TipId;
  readonly look:
    | 'feeling'
    | 'concern'
    | 'question'
    | 'expertise'
    | 'role'
    | 'expectations'
    | 'agreement'
    | 'contact'
    | 'room'
    | 'repair';
  /** Id of the concern to look at, or null. Only ever one that the parent has brought up. */
  readonly concern: string | null;
}

const LOST_ENOUGH_TO_REPAIR = -8;

/**
 * What would help now. The first that holds:
 *
 * | when | look at | tip |
 * | --- | --- | --- |
 * | the last sentence did much harm | repair | the tip it went against |
 * | a concern is on the table, and the parent is hot | feeling | show-understanding |
 * | a concern is on the table | concern | show-understanding |
 * | the talk is in writing or by phone, and nobody has proposed to meet | room | face-to-face |
 * | the decisive concern is unheard, and what the parent knows was never named | expertise | name-expertise |
 * | the decisive concern is unheard | question | show-understanding |
 * | the parent was never asked to think along | role | appeal-to-responsibility |
 * | expectations were never spoken of | expectations | explicit-expectations |
 * | nothing was agreed | agreement | clear-honest-realistic |
 * | else | contact | be-reachable |
 */
export function hint(scenario: Scenario, rehearsal: Rehearsal): Hint {
  const { turns, start } = rehearsal;
  const state = turns.at(-1)?.state ?? start;
  const agenda = agendaOf(scenario, rehearsal.agenda);
  const made = (move: Move) => turns.some(({ reading }) => makes(reading, move));
  const wronged = harmedTip(turns.at(-1));
  if (wronged !== null) return { tip: wronged, look: 'repair', concern: onTheTable(state) };

  const concern = onTheTable(state);
  if (concern !== null) {
    return { tip: 'show-understanding', look: heatOf(state.tension) === 'hot' ? 'feeling' : 'concern', concern };
  }
  if (isWritten(scenario) && !made('propose-face-to-face')) return look('face-to-face', 'room');
  if (!state.heard.includes(agenda.decisive)) {
    return made('name-expertise') ? look('show-understanding', 'question') : look('name-expertise', 'expertise');
  }
  if (!made('appeal-responsibility')) return look('appeal-to-responsibility', 'role');
  if (!made('explicit-expectations')) return look('explicit-expectations', 'expectations');
  if (!made('clear-honest-realistic')) return look('clear-honest-realistic', 'agreement');
  return look('be-reachable', 'contact');
}

function look(tip: TipId, where: Hint['look']): Hint {
  return { tip, look: where, concern: null };
}

function isWritten({ setting }: Scenario): boolean {
  return setting === 'app' || setting === 'phone';
}

/** The tip that the last sentence went against, when it did much harm; else null. */
function harmedTip(turn: Turn | undefined): TipId | null {
  const [worst] = (turn?.ledger ?? []).toSorted((a, b) => benefitOf(a.delta) - benefitOf(b.delta));
  return worst !== undefined && benefitOf(worst.delta) <= LOST_ENOUGH_TO_REPAIR ? worst.tip : null;
}
