import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { changesBetween, type Sbom } from '../../deployment/sbomChanges.ts';

describe('the list of packages', () => {
  it('C04 names every package that the product depends on, in the version of the lock', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
    const file = join(folder, 'sbom.json');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };

    execFileSync(process.execPath, ['bot/launch.mjs', 'deployment/sbom.ts', '--out', file], { stdio: 'ignore' });
    const sbom = JSON.parse(readFileSync(file, 'utf8')) as Sbom & { bomFormat: string };
    rmSync(folder, { recursive: true });

    const listed = new Set(
      sbom.components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`),
    );
    expect(sbom.bomFormat).toBe('CycloneDX');
    expect(Object.entries(dependencies).filter(([name, version]) => !listed.has(`${name}@${version}`))).toEqual([]);
    expect(listed.size).toBeGreaterThan(Object.keys(dependencies).length);
  }, 60_000);

  it('C04 is compared with that of an earlier release', () => {
    const before = {
      components: [
        { name: 'pg', version: '8.1.0' },
        { group: '@azure', name: 'x', version: '1.0.0' },
        { name: 'ws', version: '8.0.0' },
      ],
    };
    const after = {
      components: [
        { name: 'pg', version: '8.2.0' },
        { name: 'ws', version: '8.0.0' },
        { name: 'zod', version: '4.0.0' },
      ],
    };

    expect(changesBetween(before, after)).toEqual(['- @azure/x 1.0.0', '~ pg 8.1.0 -> 8.2.0', '+ zod 4.0.0']);
  });
});
