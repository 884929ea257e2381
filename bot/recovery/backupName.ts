/** Names sort by time: `op-een-lijn-20261123T140500Z.db`. */
const NAME = /^op-een-lijn-\d{8}T\d{6}Z\.(db|dump)$/;

/** The name of a backup that is made at this moment. */
export function backupName(at: Date, kind: 'db' | 'dump'): string {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `op-een-lijn-${stamp}.${kind}`;
}

/** Whether it is one of this kind. */
export function isBackupName(name: string, kind: 'db' | 'dump'): boolean {
  return NAME.exec(name)?.[1] === kind;
}
