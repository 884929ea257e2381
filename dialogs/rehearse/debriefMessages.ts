import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Debrief, TipReport } from '../engine/debrief.ts';
import { heatOf } from '../engine/heatOf.ts';
import { makeDebrief } from '../engine/makeDebrief.ts';
import type { Evidence, Rehearsal } from '../engine/rehearsal.ts';
import type { Translate } from '../texts.ts';
import { curveMessages } from './curve/curveMessage.ts';
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
 * The debrief in words: the own estimate beside what the model says, and how it went per tip; the curve; why the
 * parent's tension moved, with figures; one strength and one thing to try. In the language of the rehearsal, with the
 * teacher's own words. `estimate`: what the teacher said first, or null.
 */
export function debriefMessages(
  turn: DialogTurn,
  scenario: Scenario,
  held: Held,
  estimate: string | null,
): readonly Partial<Activity>[] {
  const { rehearsal } = held;
  const { locale } = rehearsal;
  const source = { turn, scenario, rehearsal, report: makeDebrief(scenario, rehearsal), t: turn.texts(locale) };
  return [
    guideSays(locale, 'debrief', perTip(source, estimate)),
    ...curveMessages(scenario, rehearsal, source.report, source.t),
    guideSays(locale, 'debrief', [whyItMoved(source), instrumentLines(source)].join('\n\n')),
    guideSays(locale, 'debrief', whatNext(source), { suggestions: whatNow(turn, held) }),
  ];
}

function perTip({ turn, rehearsal, report, scenario, t }: DebriefSource, estimate: string | null): string {
  const { locale } = rehearsal;
  const nameOf = (tip: Pick<TipReport, 'tip'>) =>
    turn.content.tips.find(({ id }) => id === tip.tip)?.name[locale] ?? tip.tip;
  const needed = report.tips.filter(({ verdict }) => verdict !== 'not-needed');
  const rest = report.tips.filter(({ verdict }) => verdict === 'not-needed').map(nameOf);
  const tips = needed.map((tip) => {
    const verdict = t(`dialogs.debrief.verdict.${tip.verdict}`, { turn: tip.missedAt ?? 0 });
    return [`- **${nameOf(tip)}**: ${verdict}`, ...evidence(tip, t)].join('\n');
  });
  return [
    t('dialogs.debrief.heading', { title: scenario.title[locale] }),
    besideEstimate(t, estimate, report, report.strength && nameOf(report.strength)),
    t('dialogs.debrief.perTip'),
    tips.join('\n'),
    ...(rest.length > 0 ? [t('dialogs.debrief.notNeeded', { tips: rest.join(', ') })] : []),
  ].join('\n\n');
}

/** At most two quotes for what helped and two for what did not: enough to recognise the moment. */
function evidence({ shown, against }: TipReport, t: Translate): readonly string[] {
  const quote = (key: string) => (found: Evidence) =>
    `  - ${t(`dialogs.debrief.${key}`, { turn: found.turn, quote: plain(found.quote) })}`;
  return [...shown.slice(0, 2).map(quote('helped')), ...against.slice(0, 2).map(quote('hindered'))];
}

function whatNext({ turn, scenario, rehearsal, report, t }: DebriefSource): string {
  const { locale } = rehearsal;
  const nameOf = (id: string) => turn.content.tips.find((tip) => tip.id === id)?.name[locale] ?? id;
  const { strength, nextStep } = report;
  const never = report.neverHeard
    .slice(0, MOST_UNHEARD)
    .flatMap((id) => scenario.concerns.find((concern) => concern.id === id)?.name[locale] ?? []);
  const agenda = scenario.agendas.find(({ id }) => id === report.agenda)?.why[locale] ?? '';
  const [first = '', second = ''] = sentencesFor(turn, scenario, rehearsal, report);

  return [
    strength
      ? t('dialogs.debrief.strength', { tip: nameOf(strength.tip), turn: strength.turn, quote: plain(strength.quote) })
      : t('dialogs.debrief.noStrength'),
    t('dialogs.debrief.tryNext', {
      tip: nameOf(nextStep.tip),
      turn: nextStep.turn,
      quote: plain(nextStep.quote),
      first,
      second,
    }),
    never.length > 0 ? t('dialogs.debrief.neverHeard', { concerns: never.join('; ') }) : t('dialogs.debrief.allHeard'),
    t('dialogs.debrief.agenda', { agenda }),
    t('dialogs.debrief.limits'),
  ].join('\n\n');
}

/** Two sentences that fit the moment just before the sentence to try otherwise. */
function sentencesFor(turn: DialogTurn, scenario: Scenario, rehearsal: Rehearsal, { nextStep, curve }: Debrief) {
  const tip = turn.content.tips.find(({ id }) => id === nextStep.tip);
  const tension = curve[nextStep.turn - 1]?.tension ?? rehearsal.start.tension;
  const moment = {
    heat: heatOf(tension),
    child: scenario.child.name,
    locale: rehearsal.locale,
    turn: nextStep.turn,
  };
  return tip ? sayingsFor(tip, moment) : [];
}
