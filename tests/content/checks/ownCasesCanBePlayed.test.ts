import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ownCasesCanBePlayed } from '../../../content/checks/ownCasesCanBePlayed.ts';
import { runChecks } from '../../../content/checks/runChecks.ts';
import { readContentFiles } from '../../../content/contentFiles.ts';
import { readWorkbenchFiles } from '../../../content/workbenchFiles.ts';

const root = join(import.meta.dirname, '../../../content');
const { files } = readContentFiles(root);
const workbench = readWorkbenchFiles(root).files;
const { prepare } = files;
if (!prepare) throw new Error('There is no walk to a plan.');

describe('the check on own cases', () => {
  it('accepts what is there', () => {
    expect(runChecks(files, [ownCasesCanBePlayed], workbench)).toEqual([]);
  });

  it('refuses a kind of case of which no talk can be made', () => {
    const kinds = prepare.kinds.filter(({ data }) => data.id !== 'late');

    const [problem] = runChecks({ ...files, prepare: { ...prepare, kinds } }, [ownCasesCanBePlayed], workbench);

    expect(problem?.why).toContain('"late"');
    expect(problem?.fix).toContain('prepare/own-cases/late.yaml');
  });
});
