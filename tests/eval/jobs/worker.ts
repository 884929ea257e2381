import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { loadContent } from '../../../content/load.ts';
import type { Locale } from '../../../content/schema/locale.ts';
import { createRecognizer } from '../../../dialogs/language/createRecognizer.ts';
import { FEATURE_SORTS } from '../../../dialogs/language/model/createFeatures.ts';
import type { Lessons } from '../../../dialogs/language/model/learnMoveModel.ts';
import { learnWithout } from '../ablations.ts';
import { learnBaseline } from '../baselines/runBaselines.ts';
import type { Recognize } from '../composeRecognizer.ts';
import { readCorrections } from '../corrections.ts';
import { readLessons, shareOf } from '../readLessons.ts';
import { readSets } from '../readSets.ts';
import { scoreSets } from '../scoreSet.ts';
import type { Job, JobResult } from './job.ts';

const { lexicon } = loadContent();
const rules = createRecognizer(lexicon);
const read = new Map<Locale, Lessons>();
const sets = readSets(join(import.meta.dirname, '../sets'));

parentPort?.on('message', (job: Job) => {
  void answer(job);
});

/** A rejection ends this worker, which `runJobs` hears of. */
async function answer(job: Job): Promise<void> {
  const began = performance.now();
  const own = sets.filter(({ locale }) => locale === job.locale);
  const scores = scoreSets(own, await learn(job));
  parentPort?.postMessage({ job, scores, seconds: (performance.now() - began) / 1000 } satisfies JobResult);
}

async function learn(job: Job): Promise<Recognize> {
  const lessons = lessonsOf(job.locale);
  switch (job.kind) {
    case 'learning':
      return learnWithout(lexicon, job.locale, shareOf(lessons, job.learning.share), job.learning);
    case 'baseline':
      return learnBaseline(
        job.baseline,
        lessons,
        sets.filter(({ locale }) => locale === job.locale),
        job.locale,
        rules,
      );
    case 'corrected': {
      const corrections = readCorrections(readFileSync(job.file, 'utf8'), job.file);
      const own = corrections.filter(({ locale }) => locale === job.locale);
      const all = { ...lessons, examples: [...lessons.examples, ...own] };
      return learnWithout(lexicon, job.locale, all, { sorts: FEATURE_SORTS, cues: true });
    }
  }
}

function lessonsOf(locale: Locale): Lessons {
  const lessons = read.get(locale) ?? readLessons(locale, rules);
  read.set(locale, lessons);
  return lessons;
}
