import { rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ContentError, type ContentProblem } from '../../content/contentError.ts';
import { loadContent } from '../../content/load.ts';
import { type ContentDraft, contentDraft, line, writeDraft } from './contentDraft.ts';

const folders: string[] = [];

function folder(draft: ContentDraft, changed?: Parameters<typeof writeDraft>[1]): string {
  const root = writeDraft(draft, changed);
  folders.push(root);
  return root;
}

function problemsIn(root: string): readonly ContentProblem[] {
  try {
    loadContent(root);
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

afterEach(() => {
  for (const root of folders.splice(0)) rmSync(root, { recursive: true });
});

describe('loaded content', () => {
  it('holds each scenario with its own lines before those of its persona, and those before anyone’s', () => {
    const draft = contentDraft();

    const [scenario] = loadContent(folder(draft)).scenarios;

    expect(scenario?.persona.id).toBe('angry');
    expect(scenario?.lines.map(({ id }) => id)).toEqual([
      ...[...draft.lines, ...draft.persona.lines].map(({ id }) => id),
      'anyone-thanks',
    ]);
  });

  it('gives the same revision to the same content in another folder', () => {
    const [here] = loadContent(folder(contentDraft())).scenarios;
    const [there] = loadContent(folder(contentDraft())).scenarios;

    expect(here?.revision).toMatch(/^[0-9a-f]{16}$/);
    expect(here?.revision).toBe(there?.revision);
  });

  it('gives another revision when only a line of the persona changes', () => {
    const draft = contentDraft();
    const more = { ...draft.persona, lines: [...draft.persona.lines, line('more', 'thought')] };

    const [before] = loadContent(folder(draft)).scenarios;
    const [after] = loadContent(folder({ ...draft, persona: more })).scenarios;

    expect(after?.revision).not.toBe(before?.revision);
  });

  it('keeps the seven tips in the order of the source article', () => {
    const { tips } = loadContent(folder(contentDraft()));

    expect(tips[0]?.id).toBe('face-to-face');
    expect(tips[6]?.id).toBe('be-reachable');
  });

  it('finds every message under the name of its file', () => {
    const root = folder(contentDraft(), { 'messages/dialogs.nl.yaml': 'menu:\n  stop: Stop\n' });

    const { messages } = loadContent(root);

    expect(messages.nl).toEqual({ page: { title: 'Hallo {{name}}' }, dialogs: { menu: { stop: 'Stop' } } });
  });
});

describe('content that cannot be trusted', () => {
  it('is refused with every problem at once', () => {
    const draft = contentDraft();
    const root = folder(draft, {
      'sources.yaml': 'sources: none\n',
      'tips/be-reachable.yaml': 'id: be-reachable\n',
      'scenarios/quarrel/scenario.yaml': 'id: [\n',
    });

    const files = new Set(problemsIn(root).map(({ file }) => file));

    expect(files).toEqual(new Set(['sources.yaml', 'tips/be-reachable.yaml', 'scenarios/quarrel/scenario.yaml']));
  });

  it('is named with file, line, path, reason and remedy', () => {
    const draft = contentDraft();
    const root = folder({ ...draft, lines: [...draft.lines, line('odd', 'initiative', { raises: 'weather' })] });

    const [problem] = problemsIn(root);

    expect(problem).toMatchObject({ file: 'scenarios/quarrel/lines.yaml', at: `lines.${draft.lines.length}.raises` });
    expect(problem?.line).toBeGreaterThan(100);
    expect(problem?.why).toContain('There is no concern "weather".');
    expect(problem?.fix).toContain('not-told');
  });

  it('is named by its file when it is missing', () => {
    const root = folder(contentDraft());
    rmSync(`${root}/weights.yaml`);
    rmSync(`${root}/tips/face-to-face.yaml`);

    const problems = problemsIn(root);

    expect(problems.map(({ file }) => file).sort()).toEqual(['tips/face-to-face.yaml', 'weights.yaml']);
    expect(problems[0]?.why).toContain('missing');
  });

  it.each([
    ['broken YAML', 'sources:\n  - id: a\n   grade: C\n', 3],
    ['a wrong schema', 'sources:\n  - id: article\n    grade: Z\n    reference: R\n    says: { nl: a, en: b }\n', 3],
    ['an unknown key', 'sources:\n  - id: article\n    colour: red\n', 3],
    ['an alias that grows', 'a: &a [x, x]\nsources: [*a, *a]\n', null],
    ['a byte order mark', '\ufeffsources: []\n', null],
    ['latin-1 instead of UTF-8', Uint8Array.from([0x61, 0x3a, 0x20, 0xeb, 0x0a]), null],
    ['fifty megabytes', ' '.repeat(50_000_000), null],
  ])('F22 is refused with its file and line when it holds %s', (_what, text, lineNumber) => {
    const problems = problemsIn(folder(contentDraft(), { 'sources.yaml': text }));

    expect(problems).toContainEqual(expect.objectContaining({ file: 'sources.yaml', line: lineNumber }));
  });

  it('F22 is refused when a reference dangles', () => {
    const draft = contentDraft();
    const root = folder({ ...draft, scenario: { ...draft.scenario, persona: 'nobody' } });

    expect(problemsIn(root)).toContainEqual(expect.objectContaining({ at: 'persona' }));
  });

  it('is refused when a message file does not say its language', () => {
    const root = folder(contentDraft(), { 'messages/page.yaml': 'title: Hallo\n' });

    expect(problemsIn(root)).toEqual([expect.objectContaining({ file: 'messages/page.yaml' })]);
  });
});
