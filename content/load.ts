import { startChecks } from './checks/allChecks.ts';
import { runChecks } from './checks/runChecks.ts';
import { ContentError } from './contentError.ts';
import { type ContentFiles, type MessagesFile, readContentFiles, type ScenarioFiles } from './contentFiles.ts';
import { loadDangerModels, loadMoveModels } from './loadModels.ts';
import { readMessages } from './readMessages.ts';
import { readQuestions } from './readQuestions.ts';
import { resolveMasking } from './resolveMasking.ts';
import { resolveScenario } from './resolveScenario.ts';
import type { Content } from './schema/content.ts';
import type { Line } from './schema/line.ts';
import type { Locale } from './schema/locale.ts';
import { MESSAGE_KINDS } from './schema/messageKind.ts';
import type { MessageTree } from './schema/messages.ts';
import { TIPS } from './schema/move.ts';
import type { Weights } from './schema/weight.ts';

/**
 * Loads all content below `root` (default: the folder of this file).
 *
 * Throws `ContentError` with every problem at once when a file is missing or refused by its schema, when an id is
 * used twice or when something refers to what is not there. How well the content is written is not looked at here:
 * that is what `npm run content:check` does.
 */
export function loadContent(root: string = import.meta.dirname): Content {
  const { files, problems } = readContentFiles(root);
  const all = [...problems, ...runChecks(files, startChecks)];
  if (all.length > 0) throw new ContentError(all);
  return {
    ...resolve(files),
    questions: questionsIn(root),
    answering: answeringOf(files, root),
    masking: resolveMasking(files, root),
    models: loadMoveModels(root),
    dangerModels: loadDangerModels(root),
  };
}

/** Questions by language; how well they are written is for `npm run content:check`. */
function questionsIn(root: string): Content['questions'] {
  const { questions } = readQuestions(root);
  const of = (locale: Locale) =>
    questions.filter((one) => one.locale === locale).map(({ topic, text }) => ({ topic, text }));
  return { nl: of('nl'), en: of('en') };
}

function answeringOf({ answering }: ContentFiles, root: string): Content['answering'] {
  if (!answering) return undefined;
  const { messages } = readMessages(root);
  const of = (locale: Locale) =>
    messages.filter((one) => one.locale === locale).map(({ kinds, text }) => ({ kinds, text }));
  const kinds = answering.kinds.map(({ data }) => data);
  return {
    kinds: kinds.sort((a, b) => MESSAGE_KINDS.indexOf(a.id) - MESSAGE_KINDS.indexOf(b.id)),
    messages: { nl: of('nl'), en: of('en') },
    ...answering.words.data,
  };
}

function resolve(
  files: ContentFiles,
): Omit<Content, 'models' | 'dangerModels' | 'questions' | 'answering' | 'masking'> {
  const { moves, sources, weights, commands, names, anyone } = files;
  const nl = languageOf(files, 'nl');
  const en = languageOf(files, 'en');
  const danger = { nl: dangerOf(files, 'nl'), en: dangerOf(files, 'en') };
  if (!moves || !sources || !weights || !commands || !names || !anyone || !nl || !en || !danger.nl || !danger.en)
    throw new Error('a required file was neither read nor reported');

  return {
    scenarios: [...files.scenarios].sort(byOrder).map(({ scenario, lines, questions }) => {
      const persona = files.personas.find(({ data }) => data.id === scenario.data.persona)?.data;
      if (!persona) throw new Error('a reference to a persona was not checked');
      return resolveScenario({
        scenario: scenario.data,
        lines: lines.data.lines,
        questions: questions?.data,
        persona,
        anyone: anyone.data.lines,
        weights: weights.data,
        moves: moves.data.moves,
      });
    }),
    tips: files.tips.map(({ data }) => data).sort((a, b) => TIPS.indexOf(a.id) - TIPS.indexOf(b.id)),
    moves: moves.data.moves,
    sources: sources.data.sources,
    toolbox: files.toolbox.map(({ data }) => data).sort((a, b) => a.order - b.order),
    messages: { nl: mergeMessages(files.messages, 'nl'), en: mergeMessages(files.messages, 'en') },
    commands: commands.data.commands,
    lexicon: { locales: { nl, en }, names: names.data.names },
    danger: { nl: danger.nl, en: danger.en },
    prepare: prepareOf(files, anyone.data.lines, weights.data),
    rubric: files.rubric?.data,
  };
}

function prepareOf({ prepare, personas }: ContentFiles, anyone: readonly Line[], weights: Weights) {
  if (!prepare) return undefined;
  const any = prepare.any.data;
  const used = new Set(any.parents.map(({ persona }) => persona));
  return {
    walk: prepare.walk.data,
    examples: prepare.examples.data.examples,
    any,
    kinds: prepare.kinds.map(({ data }) => data),
    personas: personas.map(({ data }) => data).filter(({ id }) => used.has(id)),
    anyone,
    weights,
  };
}

function byOrder({ scenario: a }: ScenarioFiles, { scenario: b }: ScenarioFiles): number {
  return a.data.order - b.data.order || (a.data.id < b.data.id ? -1 : 1);
}

function languageOf({ languages }: Pick<ContentFiles, 'languages'>, locale: Locale) {
  const found = languages.find((language) => language.locale === locale);
  return found && { words: found.words.data, cues: found.cues.data.cues, hearing: found.hearing.data };
}

function dangerOf({ danger }: Pick<ContentFiles, 'danger'>, locale: Locale) {
  return danger.find((file) => file.locale === locale)?.data;
}

function mergeMessages(files: readonly MessagesFile[], locale: Locale): MessageTree {
  return Object.fromEntries(files.filter((file) => file.locale === locale).map(({ name, data }) => [name, data]));
}
