/** Errors whose message says, in words, who must act and how. Any other error is a bug and shows its stack. */
const FOR_PEOPLE = [
  'ConfigError',
  'ContentError',
  'PatternError',
  'StorageError',
  'UsageError',
  'InputError',
  'PackageError',
];

/** What to print of an error that ends a command: its words when it has them for people, else the error itself. */
export function forPeople(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'Another programme already listens on this port. Stop it, or set PORT to another number (see .env.example).';
  }
  return FOR_PEOPLE.includes(error.name) ? error.message : error;
}
