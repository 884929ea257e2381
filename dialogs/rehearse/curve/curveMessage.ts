import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../../content/schema/scenario.ts';
import { guideSays } from '../../activities.ts';
import type { Debrief } from '../../engine/debrief.ts';
import type { Rehearsal } from '../../engine/rehearsal.ts';
import type { Translate } from '../../texts.ts';
import { plain } from '../parentLine.ts';
import { type CurveChart, curveChart } from './curveChart.ts';
import { curvePicture } from './curvePicture.ts';
import { type CurveTable, curveTable } from './curveTable.ts';
import { curveWords } from './curveWords.ts';

/** The content type of the attachment that carries a `CurveContent`. */
export const CURVE_CONTENT_TYPE = 'application/vnd.op-een-lijn.curve+json';

/** What the attachment holds: the data for who draws it, the table for who reads it, and the picture ready made. */
export interface CurveContent extends CurveChart {
  /** The same in words, a piece per thing to say; plain text. */
  readonly words: readonly string[];
  readonly table: CurveTable;
  /** SVG, the same picture for a wide and for a narrow place. */
  readonly pictures: { readonly wide: string; readonly narrow: string };
}

/**
 * The part of the debrief that shows how tension and trust went. Its text says the same in words and is complete
 * without the picture, for channels that cannot show one. Nothing when nothing was said.
 */
export function curveMessages(
  scenario: Scenario,
  rehearsal: Rehearsal,
  report: Debrief,
  t: Translate,
): readonly Partial<Activity>[] {
  if (rehearsal.turns.length === 0) return [];
  const content = curveContent(scenario, rehearsal, report, t);
  const text = [t('curve.heading'), content.words.map((words) => `- ${plain(words)}`).join('\n')].join('\n\n');
  const message = guideSays(rehearsal.locale, 'debrief', text);
  return [{ ...message, attachments: [{ contentType: CURVE_CONTENT_TYPE, content }] }];
}

/** All that the attachment holds. */
export function curveContent(scenario: Scenario, rehearsal: Rehearsal, report: Debrief, t: Translate): CurveContent {
  const chart = curveChart(scenario, rehearsal, report);
  const words = curveWords(chart, report.ledger, t);
  return {
    ...chart,
    words,
    table: curveTable(chart, t),
    pictures: {
      wide: curvePicture(chart, words.join(' '), 'wide', t),
      narrow: curvePicture(chart, words.join(' '), 'narrow', t),
    },
  };
}
