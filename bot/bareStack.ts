/** Where an error came from, without its message: that may hold what somebody said. */
export function bareStack(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [error.name, ...frames].join('\n');
}
