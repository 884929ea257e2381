import type { Activity } from 'botbuilder-core';
import type { Locale } from '../../content/schema/locale.ts';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Debrief, TipReport } from '../engine/debrief.ts';
import { heatOf } from '../engine/heatOf.ts';
import { makeDebrief } from '../engine/makeDebrief.ts';
import type { Evidence, Rehearsal } from '../engine/rehearsal.ts';
import { citedInDebrief } from '../sources/cited.ts';
import type { Translate } from '../texts.ts';
import { curveChart } from './curve/curveChart.ts';
import { curveMessages } from './curve/curveMessage.ts';
import { curveWords } from './curve/curveWords.ts';
import type { DebriefPage } from './debriefPage.ts';
import type { DebriefSource } from './debriefSource.ts';
import { besideEstimate } from './estimate.ts';
import { instrumentLines } from './instrumentLines.ts';
import { whyItMoved } from './ledgerWords.ts';
import { plain } from './parentLine.ts';
import type { Held } from './rehearseState.ts';
import { sayingsFor } from './sayingsFor.ts';
import { whatNow } from './whatNow.ts';

/** As many unheard concerns as one takes in; the decisive one comes first. */
const MOST_UNHEARD = 3;

/**
 * The debrief in words: the own estimate beside what the model says, one strength and one thing to try; the curve; what
 * it was about. In between, folded where the channel can fold: how it went per tip, why the parent's tension moved, and
 * figures. In the language of the rehearsal, with the teacher's own words. `estimate`: what the teacher said first, or
 * null.
 */
export function debriefMessages(
  turn: DialogTurn,
  scenario: Scenario,
  held: Held,
  estimate: string | null,
): readonly Partial<Activity>[] {
  const { rehearsal } = held;
  const { locale } = rehearsal;
  const source = debriefSource(turn, scenario, rehearsal);
  const { t } = source;
  turn.memory.cited = citedInDebrief(source.report);
  return [
    guideSays(locale, 'debrief', inShort(source, estimate)),
    ...curveMessages(scenario, rehearsal, source.report, t),
    folded(t('dialogs.debrief.perTip'), perTip(source)),
    folded(t('dialogs.debrief.why'), whyItMoved(source)),
    folded(t('dialogs.instruments.heading'), instrumentLines(source)),
    guideSays(locale, 'debrief', whatItWasAbout(source), { suggestions: whatNow(turn, held) }),
  ];

  function folded(fold: string, text: string): Partial<Activity> {
    return guideSays(locale, 'debrief', [`**${fold}**`, text].join('\n\n'), { fold });
  }
}

/** What a debrief is written from. */
export function debriefSource(turn: DialogTurn, scenario: Scenario, rehearsal: Rehearsal): DebriefSource {
  const t = turn.texts(rehearsal.locale);
  return { turn, scenario, rehearsal, report: makeDebrief(scenario, rehearsal), t };
}

/** One page of it in Markdown; together they say all that the messages say. */
export function debriefPageText(source: DebriefSource, page: DebriefPage, estimate: string | null): string {
  switch (page) {
    case 'short':
      return [inShort(source, estimate), whatItWasAbout(source)].join('\n\n');
    case 'tips':
      return perTip(source);
    case 'lines':
      return whyItMoved(source);
    case 'curve': {
      const { t, scenario, rehearsal, report } = source;
      const words = curveWords(curveChart(scenario, rehearsal, report), report.ledger, t);
      const figures = [`**${t('dialogs.instruments.heading')}**`, instrumentLines(source)];
      return [words.map((one) => `- ${plain(one)}`).join('\n'), ...figures].join('\n\n');
    }
  }
}

function inShort({ turn, scenario, rehearsal, report, t }: DebriefSource, estimate: string | null): string {
  const { locale } = rehearsal;
  const { strength, nextStep } = report;
  const [first = '', second = ''] = sentencesFor(turn, scenario, rehearsal, report);
  return [
    t('dialogs.debrief.heading', { title: scenario.title[locale] }),
    besideEstimate(t, estimate, report),
    strength
      ? t('dialogs.debrief.strength', {
          tip: nameOf(turn, locale, strength.tip),
          turn: strength.turn,
          quote: plain(strength.quote),
        })
      : t('dialogs.debrief.noStrength'),
    t(`dialogs.debrief.${tryKey(report)}`, {
      tip: nameOf(turn, locale, nextStep.tip),
      turn: nextStep.turn,
      quote: plain(nextStep.quote),
      first,
      second,
    }),
  ].join('\n\n');
}

/** What was strong is not contradicted by what comes next: the same tip elsewhere, or another tip at the same moment. */
function tryKey({ strength, nextStep }: Debrief): 'tryNext' | 'tryHereToo' | 'tryMore' {
  if (strength?.turn === nextStep.turn) return 'tryMore';
  return strength?.tip === nextStep.tip ? 'tryHereToo' : 'tryNext';
}

function perTip({ turn, rehearsal, report, t }: DebriefSource): string {
  const name = ({ tip }: TipReport) => nameOf(turn, rehearsal.locale, tip);
  const met = report.tips.filter(({ verdict }) => verdict !== 'not-needed' && verdict !== 'missed');
  const rest = report.tips.filter(({ verdict }) => verdict === 'not-needed').map(name);
  const missed = report.tips.filter(({ verdict }) => verdict === 'missed');
  const missedAt = [...new Set(missed.map((tip) => tip.missedAt ?? 0))].sort((a, b) => a - b);
  const lines = [
    ...met.map((tip) =>
      [`- **${name(tip)}**: ${t(`dialogs.debrief.verdict.${tip.verdict}`)}`, ...evidence(tip, t)].join('\n'),
    ),
    ...missedAt.map((at) => {
      const tips = missed.filter((tip) => (tip.missedAt ?? 0) === at).map(name);
      return `- ${t('dialogs.debrief.couldHelp', { turn: at, tips: tips.join('; ') })}`;
    }),
  ];
  return [lines.join('\n'), ...(rest.length > 0 ? [t('dialogs.debrief.notNeeded', { tips: rest.join('; ') })] : [])]
    .filter(Boolean)
    .join('\n\n');
}

/** At most two quotes for what helped and two for what did not: enough to recognise the moment. */
function evidence({ shown, against }: TipReport, t: Translate): readonly string[] {
  const quote = (key: string) => (found: Evidence) =>
    `  - ${t(`dialogs.debrief.${key}`, { turn: found.turn, quote: plain(found.quote) })}`;
  return [...shown.slice(0, 2).map(quote('helped')), ...against.slice(0, 2).map(quote('hindered'))];
}

function whatItWasAbout({ scenario, rehearsal, report, t }: DebriefSource): string {
  const { locale } = rehearsal;
  const never = report.neverHeard
    .slice(0, MOST_UNHEARD)
    .flatMap((id) => scenario.concerns.find((concern) => concern.id === id)?.name[locale] ?? [])
    .map((concern) => `- ${concern}`);
  const agenda = scenario.agendas.find(({ id }) => id === report.agenda)?.why[locale] ?? '';
  return [
    never.length > 0 ? [t('dialogs.debrief.neverHeard'), ...never].join('\n') : t('dialogs.debrief.allHeard'),
    t('dialogs.debrief.agenda', { agenda }),
    t('dialogs.debrief.limits'),
  ].join('\n\n');
}

function nameOf({ content }: DialogTurn, locale: Locale, id: string): string {
  return content.tips.find((tip) => tip.id === id)?.name[locale] ?? id;
}

/** Two sentences that fit the moment just before the sentence to try otherwise. */
function sentencesFor(turn: DialogTurn, scenario: Scenario, rehearsal: Rehearsal, { nextStep, curve }: Debrief) {
  const tip = turn.content.tips.find(({ id }) => id === nextStep.tip);
  const tension = curve[nextStep.turn - 1]?.tension ?? rehearsal.start.tension;
  const moment = { heat: heatOf(tension), locale: rehearsal.locale, turn: nextStep.turn };
  return tip ? sayingsFor(tip, scenario, moment) : [];
}
