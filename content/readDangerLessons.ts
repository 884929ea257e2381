import { readContentFiles } from './contentFiles.ts';
import { type DangerExample, readDangerFolder } from './readDangerExamples.ts';
import { fingerprint, readLabelledTurns } from './readLabelledTurns.ts';
import { readMessages } from './readMessages.ts';
import { readQuestions } from './readQuestions.ts';
import type { DangerWords } from './schema/danger.ts';
import type { Locale } from './schema/locale.ts';
import { readGoldenTalks } from './workbenchFiles.ts';

/** What teachers say to parents or ask of us, or parents write, with nothing of danger in it. */
export interface OrdinaryTurn {
  readonly text: string;
  readonly writer: string;
  /** Whether a teacher says it to a parent: then it is what is practised. */
  readonly isPractised: boolean;
}

/** What is learned from about danger in one language. */
export interface DangerLessons {
  readonly examples: readonly DangerExample[];
  readonly ordinary: readonly OrdinaryTurn[];
}

/**
 * Reads `safety/examples/`, the turns of `moves/examples/` and `moves/known/`, the questions of `finding/`, the messages of
 * `answering/examples/`, and what teachers say in golden talks and tips, below `root`. Questions and our own sentences count
 * twice: there are few of them, and a stop is worst there.
 */
export function readDangerLessons(locale: Locale, root: string = import.meta.dirname): DangerLessons {
  const { examples, known } = readLabelledTurns(locale, root).turns;
  const asked = readQuestions(root).questions.filter((question) => question.locale === locale);
  const written = readMessages(root).messages.filter((message) => message.locale === locale);
  const said = [...examples, ...known].map(({ text, file }) => ({ text, writer: file, isPractised: true }));
  const others = [...asked, ...asked, ...written].map(({ text, file }) => ({ text, writer: file, isPractised: false }));
  const ours = [...goldenTurns(locale, root), ...tipSentences(locale, root)];
  return { examples: readDangerFolder(locale, root), ordinary: [...said, ...others, ...ours, ...ours] };
}

function goldenTurns(locale: Locale, root: string): readonly OrdinaryTurn[] {
  return readGoldenTalks(root)
    .goldenTalks.filter(({ data }) => data.locale === locale)
    .flatMap(({ file, data }) => data.talk.map(({ say }) => ({ text: say, writer: file, isPractised: true })));
}

function tipSentences(locale: Locale, root: string): readonly OrdinaryTurn[] {
  return readContentFiles(root).files.tips.flatMap(({ data: { id, say } }) =>
    say.map(({ text }) => ({ text: text[locale], writer: `tips/${id}`, isPractised: true })),
  );
}

/**
 * Names these phrasings, and the lists by which words are seen: 16 hexadecimal digits, the same on every machine. The
 * ordinary turns are left out: they are many, and one more or less of them changes nothing that counts.
 */
export function fingerprintOfDanger({ examples }: Pick<DangerLessons, 'examples'>, { lists }: DangerWords): string {
  return fingerprint([examples, lists]);
}
