import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './arguments.ts';

/** What follows a command, by these options. Throws `UsageError` for any other. */
export function optionsOf<Options extends NonNullable<ParseArgsConfig['options']>>(options: Options) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Unknown option.', { cause: error });
  }
}
