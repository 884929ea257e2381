import { bareStack } from './bareStack.ts';

/**
 * After an error that nobody caught, nothing is certain: the process says where it was, without a word of what was said, and
 * ends with 1. Whatever runs it starts it again; what was acknowledged is kept.
 */
export function endOnFailure(): void {
  process.once('uncaughtException', (error) => {
    const line = {
      level: 60,
      time: Date.now(),
      error: { stack: bareStack(error) },
      msg: 'the bot ends: nobody caught this',
    };
    process.stderr.write(`${JSON.stringify(line)}\n`, () => process.exit(1));
  });
}
