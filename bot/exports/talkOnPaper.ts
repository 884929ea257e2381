import { makeDebrief } from '../../dialogs/engine/makeDebrief.ts';
import type { ParentState } from '../../dialogs/engine/rehearsal.ts';
import type { Keepsake } from '../../dialogs/keepsakes/keepsake.ts';
import type { Content } from '../../dialogs/ports.ts';
import { curveChart } from '../../dialogs/rehearse/curve/curveChart.ts';
import { curveWords } from '../../dialogs/rehearse/curve/curveWords.ts';
import { debriefSections } from '../../dialogs/rehearse/debriefSections.ts';
import type { Translate } from '../../dialogs/texts.ts';
import { shownMarks } from './shownMarks.ts';
import type { TalkToExport } from './talkToExport.ts';

/**
 * The whole talk on paper: what was said with what it did, the debrief, and what it rests on. `t` in its language.
 * `hasDebrief` false leaves out what is the teacher's alone.
 */
export function talkOnPaper(
  { scenario, kept, endedAt }: TalkToExport,
  content: Pick<Content, 'tips' | 'moves' | 'sources'>,
  t: Translate,
  hasDebrief = true,
): Keepsake {
  const { rehearsal, estimate } = kept;
  const { locale, start, opening, turns } = rehearsal;
  const report = makeDebrief(scenario, rehearsal);
  const parent = scenario.parent.name[locale];
  const nameOf = (move: string) => content.moves.find(({ id }) => id === move)?.name[locale] ?? move;
  const rows = turns.flatMap(({ number, reading, reply, state }) => {
    const moves = [...new Set(reading.moves.map(({ move }) => nameOf(move)))].join(', ');
    return [
      [String(number), t('mine.csv.teacher'), shownMarks(reading.utterance), moves],
      [String(number), parent, shownMarks(reply.text), stateIn(state, t)],
    ];
  });
  return {
    tool: 'rehearsal',
    locale,
    title: scenario.title[locale],
    intro: scenario.briefing[locale],
    sections: [
      {
        heading: t('mine.talk.heading'),
        blocks: [
          {
            type: 'table',
            widths: [1.3, 2.2, 6, 3],
            head: ['turn', 'speaker', 'text', 'moves'].map((name) => t(`mine.csv.${name}`)),
            rows: [['0', parent, shownMarks(opening.text), stateIn(start, t)], ...rows],
          },
        ],
      },
      {
        heading: t('mine.talk.curve'),
        blocks: [{ type: 'list', items: curveWords(curveChart(scenario, rehearsal, report), report.ledger, t) }],
      },
      ...(hasDebrief ? debriefSections({ content, scenario, rehearsal, report, estimate, t }) : []),
    ],
    sources: sourcesOf(report.ledger, content),
    madeAt: endedAt,
  };
}

function stateIn({ tension, trust }: ParentState, t: Translate): string {
  return t('mine.talk.state', { tension, trust });
}

/** Every reference that a rule which moved the parent rests on, once. */
function sourcesOf(
  ledger: readonly { readonly source: string }[],
  { sources }: Pick<Content, 'sources'>,
): readonly string[] {
  const ids = new Set(ledger.map(({ source }) => source));
  return sources.filter(({ id }) => ids.has(id)).map(({ reference }) => reference);
}
