import type { Scenario } from '../../content/schema/scenario.ts';
import type { Debrief, TipReport } from '../engine/debrief.ts';
import { heatOf } from '../engine/heatOf.ts';
import type { Evidence, Rehearsal } from '../engine/rehearsal.ts';
import type { KeepsakeSection } from '../keepsakes/keepsake.ts';
import type { Content } from '../ports.ts';
import type { Translate } from '../texts.ts';
import { changeInWords } from './ledgerWords.ts';
import { sayingsFor } from './sayingsFor.ts';

/** What a debrief on paper, or on a page, is written from; `t` speaks the language of the rehearsal. */
export interface DebriefOnPaper {
  readonly content: Pick<Content, 'tips' | 'moves' | 'sources'>;
  readonly scenario: Scenario;
  readonly rehearsal: Rehearsal;
  readonly report: Debrief;
  readonly estimate: string | null;
  readonly t: Translate;
}

/** As many unheard concerns as one takes in; the decisive one comes first. */
const MOST_UNHEARD = 3;
/** Enough to recognise the moment. */
const MOST_QUOTES = 2;

/** The debrief in plain words: in short, per tip, why the parent's tension moved, what it was about, what it does not say. */
export function debriefSections(source: DebriefOnPaper): readonly KeepsakeSection[] {
  const { t } = source;
  return [
    { heading: t('mine.debrief.inShort'), blocks: inShort(source) },
    { heading: t('mine.debrief.perTip'), blocks: perTip(source) },
    { heading: t('mine.debrief.why'), blocks: whyItMoved(source) },
    { heading: t('mine.debrief.about'), blocks: about(source) },
  ];
}

function inShort(source: DebriefOnPaper): KeepsakeSection['blocks'] {
  const { report, rehearsal, estimate, t } = source;
  const { strength, nextStep, ended, good } = report;
  const sayings = sentencesFor(source);
  return [
    paragraph(capitalised(t(`curve.ended.${ended}`), good && ended === 'time-is-up' ? t('mine.debrief.enough') : '')),
    ...(estimate === null ? [] : [paragraph(t('mine.debrief.estimate', { said: estimate }))]),
    paragraph(
      strength
        ? t('mine.debrief.strength', { tip: nameOf(source, strength.tip), turn: strength.turn, quote: strength.quote })
        : t('mine.debrief.noStrength'),
    ),
    paragraph(
      t('mine.debrief.tryNext', { tip: nameOf(source, nextStep.tip), turn: nextStep.turn, quote: nextStep.quote }),
    ),
    ...(sayings.length > 0 && rehearsal.turns.length > 0
      ? [{ type: 'list', items: sayings.map((saying) => `“${saying}”`) } as const]
      : []),
  ];
}

function perTip(source: DebriefOnPaper): KeepsakeSection['blocks'] {
  const { report, t } = source;
  const rows = report.tips.map((tip) => [
    nameOf(source, tip.tip),
    t(`mine.verdict.${tip.verdict}`),
    evidenceOf(tip, t).join('\n'),
  ]);
  return [
    { type: 'table', head: ['tip', 'how', 'words'].map((name) => t(`mine.debrief.${name}`)), rows, widths: [4, 2, 5] },
  ];
}

function evidenceOf({ shown, against, missedAt }: TipReport, t: Translate): readonly string[] {
  const quote = (key: string) => (found: Evidence) =>
    t(`mine.debrief.${key}`, { turn: found.turn, quote: found.quote });
  return [
    ...shown.slice(0, MOST_QUOTES).map(quote('helped')),
    ...against.slice(0, MOST_QUOTES).map(quote('hindered')),
    ...(missedAt === null ? [] : [t('mine.debrief.missedAt', { turn: missedAt })]),
  ];
}

function whyItMoved({ content, report, rehearsal, t }: DebriefOnPaper): KeepsakeSection['blocks'] {
  const { locale } = rehearsal;
  const told = report.ledger.filter(({ quote, delta }) => quote !== '' || (delta.tension ?? 0) !== 0);
  const rows = told.map((line) => {
    const move = content.moves.find(({ id }) => id === line.move)?.name[locale] ?? '';
    const source = content.sources.find(({ id }) => id === line.source)?.short[locale] ?? line.source;
    return [
      t('mine.talk.turn', { turn: line.turn }),
      line.quote === '' ? t('dialogs.debrief.noQuote') : `“${line.quote}”`,
      move,
      changeInWords([line], t),
      `${line.because} (${source})`,
    ];
  });
  const head = ['turn', 'quote', 'move', 'change', 'because'].map((name) => t(`mine.debrief.${name}`));
  const before = report.prologue.map((line) => `${line.because} (${changeInWords([line], t)})`);
  return [
    paragraph(t('mine.debrief.rules')),
    ...(before.length > 0 ? [{ type: 'list', items: before } as const] : []),
    ...(rows.length > 0 ? [{ type: 'table', head, rows, widths: [1.6, 3, 2.4, 2.4, 5] } as const] : []),
  ];
}

function about({ scenario, report, rehearsal, t }: DebriefOnPaper): KeepsakeSection['blocks'] {
  const { locale } = rehearsal;
  const never = report.neverHeard
    .slice(0, MOST_UNHEARD)
    .flatMap((id) => scenario.concerns.find((concern) => concern.id === id)?.name[locale] ?? []);
  const agenda = scenario.agendas.find(({ id }) => id === report.agenda)?.why[locale];
  return [
    paragraph(t(never.length > 0 ? 'mine.debrief.neverHeard' : 'mine.debrief.allHeard')),
    ...(never.length > 0 ? [{ type: 'list', items: never } as const] : []),
    ...(agenda ? [paragraph(t('mine.debrief.agenda', { agenda }))] : []),
    { type: 'paragraph', as: 'note', text: t('mine.debrief.limits') },
  ];
}

function paragraph(text: string) {
  return { type: 'paragraph', text } as const;
}

function capitalised(...texts: readonly string[]): string {
  const text = texts.filter(Boolean).join('. ');
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}

function nameOf({ content, rehearsal }: DebriefOnPaper, id: string): string {
  return content.tips.find((tip) => tip.id === id)?.name[rehearsal.locale] ?? id;
}

/** Two sentences that fit the moment just before the sentence to try otherwise. */
function sentencesFor({ content, scenario, rehearsal, report }: DebriefOnPaper): readonly string[] {
  const { nextStep, curve } = report;
  const tip = content.tips.find(({ id }) => id === nextStep.tip);
  const tension = curve[nextStep.turn - 1]?.tension ?? rehearsal.start.tension;
  const moment = { heat: heatOf(tension), locale: rehearsal.locale, turn: nextStep.turn };
  return tip ? sayingsFor(tip, scenario, moment) : [];
}
