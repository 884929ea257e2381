import type { ContentProblem } from './contentError.ts';
import { readLines } from './readLines.ts';
import { LOCALES, type Locale } from './schema/locale.ts';
import { type Question, SOMETHING_ELSE, TOPICS } from './schema/topic.ts';

/** A question and where it stands. */
export interface WrittenQuestion extends Question {
  readonly locale: Locale;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

const FILE = /^finding\/([a-z]+)\/([a-z-]+?)(?:-\d+)?\.txt$/;

/**
 * Every question in `finding/<locale>/<topic>.txt` and `<topic>-<number>.txt` below `root`, by file name and line. Lines that
 * begin with `#` are for the writers. A file whose name says no language or topic comes back as a problem.
 */
export function readQuestions(root: string): {
  readonly questions: readonly WrittenQuestion[];
  readonly problems: readonly ContentProblem[];
} {
  const problems: ContentProblem[] = [];
  const questions = readLines(root, 'finding').flatMap(({ file, lines }) => {
    const about = aboutOf(file);
    if (about) return lines.map((line) => ({ ...line, ...about, file }));
    const fix = `call it finding/<${LOCALES.join('|')}>/<topic>.txt or <topic>-2.txt; topics are ${TOPICS.join(', ')} and ${SOMETHING_ELSE}.`;
    problems.push({ file, line: null, at: '', why: 'The file name does not say what the questions are about.', fix });
    return [];
  });
  return { questions, problems };
}

function aboutOf(file: string): Pick<WrittenQuestion, 'locale' | 'topic'> | undefined {
  const [, folder, name] = FILE.exec(file) ?? [];
  const locale = LOCALES.find((known) => known === folder);
  const topic = ([...TOPICS, SOMETHING_ELSE] as const).find((known) => known === name);
  return locale && topic ? { locale, topic } : undefined;
}
