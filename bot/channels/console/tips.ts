import { parseArgs } from 'node:util';
import { loadContent } from '../../../content/load.ts';
import { LOCALES, type Locale } from '../../../content/schema/locale.ts';
import { answerText } from '../../../dialogs/finding/answerText.ts';
import { createFinder } from '../../../dialogs/finding/createFinder.ts';
import { topicAnswer } from '../../../dialogs/finding/topicAnswer.ts';
import { createTexts } from '../../../dialogs/texts.ts';
import { runCommand, UsageError } from './arguments.ts';
import { terminalText } from './terminalText.ts';

const USAGE = `npm run -s tips -- [--lang ${LOCALES.join('|')}] [--json] "question in own words"`;
const SHOWN = 3;
const ROWS = 5;

/** Answers one question: for people, or with `--json` as rows, best first. */
await runCommand(async () => {
  const { question, locale, json } = readArguments();
  const content = loadContent();
  const t = createTexts(content.messages)(locale);
  const { certainty, topics } = createFinder(content)(question, locale);
  const answers = topics
    .slice(0, ROWS)
    .map(({ topic, score }) => ({ score, answer: topicAnswer(content, topic, locale, t('dialogs.tip.child')) }));

  if (json) {
    const rows = answers.map(({ score, answer: { topic, say, avoid, source } }) => {
      const reference = content.sources.find(({ id }) => id === source)?.reference ?? source;
      return { id: topic, topic, score: Number(score.toFixed(4)), say, avoid: avoid.text, source: reference };
    });
    process.stdout.write(`${JSON.stringify(rows)}\n`);
    return;
  }
  const lead = { sure: [], unsure: [t('finding.unsure')], nothing: [t('finding.nothing')] }[certainty];
  const shown = { sure: 1, unsure: SHOWN, nothing: 0 }[certainty];
  const texts = answers.slice(0, shown).map(({ answer }) => answerText(answer, content, locale, t));
  process.stdout.write(`${terminalText({ text: [...lead, ...texts].join('\n\n') })}\n`);
});

function readArguments(): { readonly question: string; readonly locale: Locale; readonly json: boolean } {
  const { values, positionals } = parse();
  const locale = LOCALES.find((known) => known === values.lang);
  if (!locale) throw new UsageError(`--lang: one of ${LOCALES.join(', ')}.`);
  const question = positionals.join(' ').trim();
  if (question === '') throw new UsageError(USAGE);
  return { question, locale, json: values.json };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { lang: { type: 'string', default: 'nl' }, json: { type: 'boolean', default: false } },
    });
  } catch (error) {
    throw new UsageError(USAGE, { cause: error });
  }
}
