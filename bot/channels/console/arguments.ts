import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LOCALES, type Locale } from '../../../content/schema/locale.ts';
import type { Scenario } from '../../../content/schema/scenario.ts';
import { DIFFICULTIES, type Difficulty } from '../../../content/schema/state.ts';
import { forPeople } from '../../forPeople.ts';

/** What a command in the terminal was asked to do. */
export interface TalkArguments {
  readonly scenario: Scenario;
  readonly locale: Locale;
  readonly seed: number;
  readonly difficulty: Difficulty;
}

/** A command was called with words it cannot use; the message says what it takes. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Reads `--scenario <id> --lang nl|en --seed <whole number> --difficulty gentle|normal|hard`. Without a scenario the
 * first one, without a language Dutch, without a seed `seed`, without a difficulty normal. Throws `UsageError` naming what is possible.
 */
export function talkArguments(scenarios: readonly Scenario[], seed: number): TalkArguments {
  const { values } = optionsOf({
    options: {
      scenario: { type: 'string' },
      lang: { type: 'string' },
      seed: { type: 'string' },
      difficulty: { type: 'string' },
    },
  });
  const scenario = scenarios.find(({ id }) => id === (values.scenario ?? scenarios[0]?.id));
  if (!scenario) {
    throw new UsageError(`--scenario: one of ${scenarios.map(({ id }) => id).join(', ')}.`);
  }
  const locale = LOCALES.find((known) => known === (values.lang ?? 'nl'));
  if (!locale) throw new UsageError(`--lang: one of ${LOCALES.join(', ')}.`);
  if (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed)) {
    throw new UsageError('--seed: a whole number from 0.');
  }
  const difficulty = DIFFICULTIES.find((known) => known === (values.difficulty ?? 'normal'));
  if (!difficulty) throw new UsageError(`--difficulty: one of ${DIFFICULTIES.join(', ')}.`);
  return { scenario, locale, difficulty, seed: values.seed === undefined ? seed : Number(values.seed) };
}

/** What follows a command, as `parseArgs` reads it. Throws `UsageError` for what it does not take. */
export function optionsOf<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Unknown option.', { cause: error });
  }
}

/** Runs a command; what the caller or an author must mend goes to stderr in words, with exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  process.stdout.on('error', leaveQuietlyOnceUnread);
  try {
    await command();
  } catch (error) {
    console.error(forPeople(error));
    process.exitCode = 1;
  }
}

/** Whoever reads the output may stop reading, as `head` does. */
function leaveQuietlyOnceUnread(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
