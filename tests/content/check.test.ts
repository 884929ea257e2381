import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type ContentDraft, contentDraft, line, writeDraft } from './contentDraft.ts';
import { workbenchDraft, workbenchTexts } from './workbenchDraft.ts';

const program = join(import.meta.dirname, '../../bot/channels/console/checkContent.ts');
const folders: string[] = [];

function check(draft: ContentDraft, changed: Readonly<Record<string, string>> = {}) {
  const root = writeDraft(draft, { ...workbenchTexts(workbenchDraft()), ...changed });
  folders.push(root);
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--quick', root], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

afterAll(() => {
  for (const root of folders) rmSync(root, { recursive: true });
});

describe('content:check', () => {
  it('says in one line what there is when all is fine', () => {
    const { status, stdout, stderr } = check(contentDraft());

    expect(stderr).toBe('');
    expect(stdout).toMatch(/^Content is fine: 1 scenarios with \d+ lines, 1 personas .*\n$/);
    expect(status).toBe(0);
  });

  it('prints every problem with file, line, reason and remedy, and fails', () => {
    const draft = contentDraft();
    const lines = [...draft.lines, line('long', 'thought', { say: { nl: 'Dag {naam}.', en: 'word '.repeat(50) } })];

    const { status, stdout, stderr } = check(
      { ...draft, lines },
      { 'tips/extra.yml.yaml': 'id: extra\n', 'odd.yaml': 'a: 1\n' },
    );

    expect(stderr).toMatch(
      /scenarios\/quarrel\/lines\.yaml:\d+ \(lines\.\d+\.say\.nl\): Nothing fills in \{naam\}\. .* Fix: /,
    );
    expect(stderr).toMatch(/lines\.yaml:\d+ \(lines\.\d+\.say\.en\): "long" is 50 words long\./);
    expect(stderr).toMatch(/odd\.yaml: Nothing reads this file\./);
    expect(stdout).toBe('');
    expect(status).toBe(1);
  });
});
