import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FullDiskReport } from './fullDisk.ts';

const SCRIPT = fileURLToPath(new URL('./fullDisk.ts', import.meta.url));

/** Runs in a mount namespace of its own: the small disk is gone with the process, however that ends. */
const ON_SMALL_DISK = 'mount -t tmpfs -o size=8m tmpfs "$0" && exec "$@"';

function onSmallDisk(folder: string, command: readonly string[]): string {
  const words = ['--map-root-user', '--mount', 'sh', '-c', ON_SMALL_DISK, folder, ...command];
  return execFileSync('unshare', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));

function canMount(): boolean {
  try {
    onSmallDisk(folder, ['true']);
    return true;
  } catch {
    process.stderr.write(
      '\nFull-disk tests did not run: this account may not mount a small disk (unshare, tmpfs).\n\n',
    );
    return false;
  }
}

const describeIfMountable = canMount() ? describe : describe.skip;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeIfMountable('a SQLite database on a disk that is full', () => {
  let report: FullDiskReport;

  beforeAll(() => {
    report = JSON.parse(onSmallDisk(folder, [process.execPath, SCRIPT, folder]));
  });

  it('F05 refuses a turn and says what to do', () => {
    expect(report.turnWhenFull).toContain('no room left');
    expect(report.turnWhenFull).toContain('Free space on its disk; no restart is needed.');
  });

  it('F05 can still be read', () => {
    expect(report.readWhenFull).toBe(3);
  });

  it('F05 still erases a teacher, from the room it kept', () => {
    expect(report).toMatchObject({ erase: 'committed', wordsLeft: false });
  });

  it('F05 takes turns again without a restart', () => {
    expect(report.turnAfter).toBe('committed');
  });

  it('F05 keeps room again after the next daily tidying', () => {
    expect(report.reserveAfterTidying).toBe(true);
  });
});
