import type { Content } from '../../content/schema/content.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import { createLanguage } from '../../dialogs/language/createLanguage.ts';
import { decodeMoveModel } from '../../dialogs/language/model/moveModel.ts';
import { ablationsOf, LEARNINGS } from './ablations.ts';
import { BASELINES } from './baselines/runBaselines.ts';
import { calibrate } from './calibration.ts';
import type { Recognize } from './composeRecognizer.ts';
import { confusionsIn } from './confusions.ts';
import type { Job, JobResult } from './jobs/job.ts';
import { runJobs } from './jobs/runJobs.ts';
import { measureReadiness, timeTurns } from './measureSpeed.ts';
import { joinTurns } from './noise/mixLanguages.ts';
import { NOISES } from './noises.ts';
import type { DevelopmentSet } from './readSets.ts';
import type { CodedSet, LocaleReport, Report, ReportRow } from './report.ts';
import { scoreMoves } from './scoreMoves.ts';
import { answersTo } from './scoreSet.ts';
import { writersTogether } from './writersTogether.ts';

/** What a run is asked for. */
export interface Asked {
  /** Only the sets, labels, confusions and calibration. */
  readonly quick: boolean;
  /** A file with corrections to learn from too, and the languages that they are in. */
  readonly corrections: { readonly file: string; readonly locales: readonly Locale[] } | undefined;
}

const NOISED_SET = 'by-label';

/** Does everything that is asked. `done` hears of each piece of learning. */
export async function makeReport(
  content: Content,
  sets: readonly DevelopmentSet[],
  coders: readonly CodedSet[],
  { quick, corrections }: Asked,
  done: (result: JobResult) => void,
): Promise<Report> {
  const { recognize } = createLanguage(content).recognizer;
  const languageOf = (locale: Locale) =>
    describe(
      sets.filter((set) => set.locale === locale),
      locale,
      recognize,
      quick,
    );
  const begun = {
    at: new Date().toISOString(),
    node: process.version,
    learnedFrom: { nl: content.models.nl?.learnedFrom ?? '', en: content.models.en?.learnedFrom ?? '' },
    main: rowsOf([...sets, ...writersTogether(sets)], '', recognize),
    languages: { nl: languageOf('nl'), en: languageOf('en') },
    coders,
  };
  const readiness = quick ? null : await measureReadiness();
  const results = await runJobs(jobsFor({ quick, corrections }), done);
  return {
    ...begun,
    noise: quick ? [] : sets.flatMap((set) => noiseRows(set, sets, recognize)),
    ablation: quick ? [] : ablationRows(content, sets),
    learning: rowsFrom(results, ({ kind }) => kind === 'learning'),
    baselines: rowsFrom(results, ({ kind }) => kind === 'baseline'),
    corrected: rowsFrom(results, ({ kind }) => kind === 'corrected'),
    readiness,
  };
}

function describe(sets: readonly DevelopmentSet[], locale: Locale, recognize: Recognize, quick: boolean): LocaleReport {
  const answers = sets.flatMap((set) => answersTo(set, recognize));
  return {
    calibration: calibrate(answers),
    confusions: confusionsIn(answers),
    times: quick ? {} : timeTurns(sets, locale, recognize),
  };
}

function rowsOf(sets: readonly DevelopmentSet[], variant: string, recognize: Recognize): readonly ReportRow[] {
  return sets.map((set) => {
    return { locale: set.locale, set: set.name, variant, score: scoreMoves(answersTo(set, recognize)) };
  });
}

/** Each noise; and each turn with one behind it, of the same language and of the other. */
function noiseRows(set: DevelopmentSet, sets: readonly DevelopmentSet[], recognize: Recognize): readonly ReportRow[] {
  const { locale, name } = set;
  if (name !== NOISED_SET) return [];

  const row = (variant: string, answers: ReturnType<typeof answersTo>): ReportRow => {
    return { locale, set: name, variant, score: scoreMoves(answers) };
  };
  const joined = (other: DevelopmentSet) => {
    const turns = set.turns.flatMap((turn, at) => {
      const next = other.turns[(at * 7 + 3) % other.turns.length];
      return next ? [{ ...turn, ...joinTurns(turn, next) }] : [];
    });
    return answersTo({ ...set, turns }, recognize);
  };
  const foreign = sets.find((other) => other.name === name && other.locale !== locale);
  return [
    ...NOISES.filter(({ locales }) => locales.includes(locale)).map((noise) =>
      row(
        noise.name,
        answersTo(set, recognize, (turn) => noise.change(turn, locale)),
      ),
    ),
    row('another turn behind it', joined(set)),
    ...(foreign ? [row('one of the other language behind it', joined(foreign))] : []),
  ];
}

function ablationRows({ lexicon, models }: Content, sets: readonly DevelopmentSet[]): readonly ReportRow[] {
  const slips = NOISES[0];
  return LOCALES.flatMap((locale) => {
    const stored = models[locale];
    if (!stored) return [];
    const own = sets.filter((set) => set.locale === locale);
    return ablationsOf(lexicon, locale, decodeMoveModel(stored)).flatMap(({ name, recognize }) => [
      ...rowsOf(own, name, recognize),
      ...own
        .filter((set) => set.name === NOISED_SET && name.endsWith('spelling repair'))
        .map((set): ReportRow => {
          const answers = answersTo(set, recognize, (turn) => slips?.change(turn, locale) ?? turn);
          return { locale, set: set.name, variant: `${name}, letters wrong`, score: scoreMoves(answers) };
        }),
    ]);
  });
}

function jobsFor({ quick, corrections }: Asked): readonly Job[] {
  const corrected = (corrections?.locales ?? []).map((locale): Job => {
    return { kind: 'corrected', locale, file: corrections?.file ?? '' };
  });
  if (quick) return corrected;
  return [
    ...corrected,
    ...LOCALES.flatMap((locale) => BASELINES.map((baseline): Job => ({ kind: 'baseline', locale, baseline }))),
    ...LOCALES.flatMap((locale) => LEARNINGS.map((learning): Job => ({ kind: 'learning', locale, learning }))),
  ];
}

function rowsFrom(results: readonly JobResult[], isWanted: (job: Job) => boolean): readonly ReportRow[] {
  return results
    .filter(({ job }) => isWanted(job))
    .toSorted((a, b) => a.job.locale.localeCompare(b.job.locale) || nameOf(a.job).localeCompare(nameOf(b.job)))
    .flatMap(({ job, scores }) =>
      Object.entries(scores).map(([set, score]) => ({ locale: job.locale, set, variant: nameOf(job), score })),
    );
}

/** What a job is called in a table. */
export function nameOf(job: Job): string {
  if (job.kind === 'learning') return job.learning.name;
  return job.kind === 'baseline' ? job.baseline : 'with the corrections';
}
