import type { Durability } from '../../durability.ts';

/** Settings that are looked at, as PostgreSQL names them. */
export const DURABILITY_SETTINGS = [
  'fsync',
  'full_page_writes',
  'synchronous_commit',
  'synchronous_standby_names',
] as const;

type Settings = Readonly<Partial<Record<string, string>>>;

/** Values of `synchronous_commit` that wait for a standby, when there is one. */
const WAITS = ['on', 'remote_apply', 'remote_write'];

/**
 * What must be changed before the bot starts; nothing when all is well.
 * Source: Write Ahead Log, Settings; Replication, Primary Server (PostgreSQL documentation).
 */
export function durabilityProblems(settings: Settings, durability: Durability): readonly string[] {
  if (durability === 'unchecked') return [];
  const { synchronous_commit: commit = '', synchronous_standby_names: standbys = '' } = settings;
  const isOff = (name: string) => settings[name] === 'off';
  const problems = [
    ...(isOff('fsync') ? ['fsync is off: a power cut can take everything'] : []),
    ...(isOff('full_page_writes') ? ['full_page_writes is off: a power cut can damage whole pages'] : []),
    ...(isOff('synchronous_commit') ? ['synchronous_commit is off: a crash takes what was just acknowledged'] : []),
  ];
  if (durability === 'local') return problems;
  return [
    ...problems,
    ...(standbys.trim() === '' ? ['synchronous_standby_names is empty: no standby is waited for'] : []),
    ...(isOff('synchronous_commit') || WAITS.includes(commit)
      ? []
      : [`synchronous_commit is ${commit}: it does not wait for a standby`]),
  ];
}
