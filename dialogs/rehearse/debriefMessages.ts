import type { Activity } from 'botbuilder-core';
import type { Scenario } from '../../content/schema/scenario.ts';
import { guideSays } from '../activities.ts';
import type { DialogTurn } from '../dialogTurn.ts';
import type { Debrief, TipReport } from '../engine/debrief.ts';
import { heatOf } from '../engine/heatOf.ts';
import type { Evidence, Rehearsal } from '../engine/rehearsal.ts';
import type { Translate } from '../texts.ts';
import { curveMessages } from './curve/curveMessage.ts';
import { sayingsFor } from './sayingsFor.ts';

/** What the debrief is written from. */
interface Source {
  readonly turn: DialogTurn;
  readonly scenario: Scenario;
  readonly rehearsal: Rehearsal;
  readonly report: Debrief;
  readonly t: Translate;
}

/**
 * The debrief in words, in three messages: how it went per tip; why the parent's tension moved; one strength and
 * one thing to try. In the language of the rehearsal, with the teacher's own words.
 */
export function debriefMessages(
  turn: DialogTurn,
  scenario: Scenario,
  rehearsal: Rehearsal,
  report: Debrief,
): readonly Partial<Activity>[] {
  const { locale } = rehearsal;
  const source: Source = { turn, scenario, rehearsal, report, t: turn.texts(locale) };
  if (rehearsal.turns.length === 0) {
    return [
      guideSays(locale, 'debrief', source.t('dialogs.debrief.nothingSaid'), { suggestions: suggestions(source) }),
    ];
  }
  return [
    guideSays(locale, 'debrief', perTip(source)),
    ...curveMessages(scenario, rehearsal, report, source.t),
    guideSays(locale, 'debrief', whyItMoved(source)),
    guideSays(locale, 'debrief', whatNext(source), { suggestions: suggestions(source) }),
  ];
}

function perTip({ turn, rehearsal, report, scenario, t }: Source): string {
  const { locale } = rehearsal;
  const heading = t('dialogs.debrief.heading', { title: scenario.title[locale] });
  const end = t(`dialogs.debrief.ended.${report.ended}`);
  const tips = report.tips.map((tip) => {
    const name = turn.content.tips.find(({ id }) => id === tip.tip)?.name[locale] ?? tip.tip;
    const verdict = t(`dialogs.debrief.verdict.${tip.verdict}`, { turn: tip.missedAt ?? 0 });
    return [`- **${name}**: ${verdict}`, ...evidence(tip, t)].join('\n');
  });
  return [heading, end, t('dialogs.debrief.perTip'), tips.join('\n'), t('dialogs.debrief.limits')].join('\n\n');
}

/** At most two quotes for what helped and two for what did not: enough to recognise the moment. */
function evidence({ shown, against }: TipReport, t: Translate): readonly string[] {
  const quote = (key: string) => (found: Evidence) =>
    `  - ${t(`dialogs.debrief.${key}`, { turn: found.turn, quote: plain(found.quote) })}`;
  return [...shown.slice(0, 2).map(quote('helped')), ...against.slice(0, 2).map(quote('hindered'))];
}

function whyItMoved(source: Source): string {
  const { turn, report, rehearsal, t } = source;
  const from = rehearsal.start.tension;
  const to = report.curve.at(-1)?.tension ?? from;
  const lines = report.ledger
    .filter(({ quote, delta }) => quote !== '' || (delta.tension ?? 0) !== 0)
    .map((line) => {
      const move = turn.content.moves.find(({ id }) => id === line.move)?.name[rehearsal.locale];
      const words = [
        line.quote ? `“${plain(line.quote)}”` : t('dialogs.debrief.noQuote'),
        ...(move ? [move] : []),
        changeOf(line.delta, t),
      ];
      return `- ${t('dialogs.debrief.turn', { turn: line.turn })} ${words.join(' → ')}. ${line.because} _(${sourceName(source, line.source)})_`;
    });
  return [t('dialogs.debrief.why', { from, to }), lines.join('\n')].join('\n\n');
}

function sourceName({ turn, rehearsal }: Source, id: string): string {
  return turn.content.sources.find((source) => source.id === id)?.short[rehearsal.locale] ?? id;
}

function changeOf(delta: Debrief['ledger'][number]['delta'], t: Translate): string {
  const changes = (['tension', 'trust', 'face', 'agency', 'clarity'] as const).flatMap((variable) => {
    const change = delta[variable] ?? 0;
    return change === 0 ? [] : [`${t(`dialogs.variable.${variable}`)} ${change > 0 ? '+' : '−'}${Math.abs(change)}`];
  });
  return changes.length > 0 ? changes.join(', ') : t('dialogs.debrief.noChange');
}

function whatNext({ turn, scenario, rehearsal, report, t }: Source): string {
  const { locale } = rehearsal;
  const nameOf = (id: string) => turn.content.tips.find((tip) => tip.id === id)?.name[locale] ?? id;
  const tip = turn.content.tips.find(({ id }) => id === report.nextStep.tip);
  const tension = report.curve[report.nextStep.turn - 1]?.tension ?? rehearsal.start.tension;
  const moment = { heat: heatOf(tension), child: scenario.child.name, locale, turn: report.nextStep.turn };
  const [first = '', second = ''] = tip ? sayingsFor(tip, moment) : [];
  const never = report.neverHeard.flatMap(
    (id) => scenario.concerns.find((concern) => concern.id === id)?.name[locale] ?? [],
  );
  const agenda = scenario.agendas.find(({ id }) => id === report.agenda)?.why[locale] ?? '';
  const { strength, nextStep } = report;

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
    t('dialogs.debrief.instruments', {
      reflections: report.instruments.reflections,
      questions: report.instruments.questions,
      open: report.instruments.openQuestions,
      share: Math.round(report.instruments.shareOfWords * 100),
      within: report.instruments.promisesWithin,
      beyond: report.instruments.promisesBeyond,
    }),
  ].join('\n\n');
}

function suggestions({ scenario, t }: Source) {
  return [
    { title: t('dialogs.debrief.again'), value: `${t('dialogs.word.rehearse')} ${scenario.id}` },
    { title: t('dialogs.debrief.afterwards'), value: t('dialogs.word.afterwards') },
    { title: t('dialogs.debrief.tip'), value: t('dialogs.word.tip') },
  ];
}

/** A teacher's words inside our Markdown stay words. */
function plain(quote: string): string {
  return quote.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|]/gu, '\\$&');
}
