import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

const BLOCK_BYTES = 1024 * 1024;

/** Room on the disk that is kept for erasing: a teacher may always go, also when the disk is full. */
export interface Reserve {
  /** Gives the room back to the disk; false when there is none to give. Never throws. */
  release(): boolean;
  /** Takes the room again, once there is twice as much. Never rejects. */
  fill(): Promise<void>;
}

/** A file beside the database that holds nothing but place; there is none when `bytes` is 0. */
export function reserveBeside(file: string, bytes: number): Reserve {
  const reserve = `${file}-reserve`;
  const held = () => statSync(reserve, { throwIfNoEntry: false })?.size ?? 0;

  return {
    release: () => {
      if (held() === 0) return false;
      try {
        rmSync(reserve, { force: true });
        return true;
      } catch {
        return false;
      }
    },
    fill: async () => {
      if (held() >= bytes) return;
      try {
        if ((await freeBytes(file)) >= 2 * bytes) await write(reserve, bytes);
      } catch {
        await rm(reserve, { force: true }).catch(() => {});
      }
    },
  };
}

async function freeBytes(file: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(file));
  return bavail * bsize;
}

/** Random, as a disk that compresses would keep no room for zeros. */
async function write(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'w');
  try {
    for (let left = bytes; left > 0; left -= BLOCK_BYTES) await handle.write(randomBytes(Math.min(left, BLOCK_BYTES)));
  } finally {
    await handle.close();
  }
}
