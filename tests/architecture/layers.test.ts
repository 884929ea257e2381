import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');
const { forbidden, options }: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions } = require(
  join(root, '.dependency-cruiser.cjs'),
);

/** The names of the rules that a tree of files breaks. */
async function brokenRules(baseDir: string): Promise<readonly (string | undefined)[]> {
  const { tsConfig: _, exclude: __, ...rest } = options;
  const { output } = await cruise(['.'], { ...rest, baseDir, validate: true, ruleSet: { forbidden } });
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

describe('the layers', () => {
  it.each(forbidden.map(({ name }) => name ?? ''))('reject a file planted against "%s"', async (name) => {
    const broken = await brokenRules(join(root, 'tests/architecture/planted', name));

    expect(broken).toContain(name);
  });

  it('give a reason with every rule, to act on', () => {
    const silent = forbidden.filter(({ comment }) => (comment ?? '').split(' ').length < 8);

    expect(silent).toEqual([]);
  });
});
