import { describe, expect, it } from '@jest/globals';
import { allChecks } from '../../../content/checks/allChecks.ts';
import { linesAreShort } from '../../../content/checks/linesAreShort.ts';
import { runChecks } from '../../../content/checks/runChecks.ts';
import { both, contentDraft, draftFiles, line } from '../contentDraft.ts';
import { workbenchDraft, workbenchFiles } from '../workbenchDraft.ts';
import { brokenExamples as brokenTurns } from './brokenExamples.ts';
import { brokenFactQuestions } from './brokenFactQuestions.ts';
import { brokenMessages } from './brokenMessages.ts';
import { brokenQuestions } from './brokenQuestions.ts';
import { brokenTalks } from './brokenTalks.ts';
import { brokenTeaching } from './brokenTeaching.ts';
import { brokenTools } from './brokenTools.ts';
import { brokenWorkbench } from './brokenWorkbench.ts';

const brokenExamples = [
  ...brokenTalks,
  ...brokenTeaching,
  ...brokenWorkbench,
  ...brokenTurns,
  ...brokenQuestions,
  ...brokenFactQuestions,
  ...brokenTools,
  ...brokenMessages,
];

/** Checks that need more than a draft, each with a test file of its own here. */
const SHOWN_ON_WHOLE_CONTENT = ['own-cases-can-be-played'];

describe('the content checks', () => {
  it('find nothing in content without a flaw', () => {
    const problems = runChecks(draftFiles(contentDraft()), allChecks, workbenchFiles(workbenchDraft()));

    expect(problems).toEqual([]);
  });

  it('each have an example that breaks them', () => {
    const shown = new Set([...brokenExamples.map(({ check }) => check.id), ...SHOWN_ON_WHOLE_CONTENT]);

    expect(allChecks.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });

  it('each have an id of their own', () => {
    const ids = allChecks.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(brokenExamples)('$check.id: $title', ({ check, broken, workbench, file, at }) => {
    const beside = workbench?.(workbenchDraft()) ?? workbenchDraft();

    const problems = runChecks(draftFiles(broken(contentDraft())), [check], workbenchFiles(beside));

    expect(problems).toContainEqual(expect.objectContaining({ file, at }));
  });

  it.each(brokenExamples)('$check.id says why it matters and what to do', ({ check, broken, workbench }) => {
    const beside = workbench?.(workbenchDraft()) ?? workbenchDraft();

    const [problem] = runChecks(draftFiles(broken(contentDraft())), [check], workbenchFiles(beside));

    expect(problem?.why).toContain(check.why);
    expect(problem?.fix).toMatch(/\w.*[.]$/s);
  });

  it('say once what is wrong with a persona that two scenarios share', () => {
    const files = draftFiles(contentDraft());
    const [scenario] = files.scenarios;
    const [persona] = files.personas;
    const twice = {
      ...files,
      scenarios: scenario ? [scenario, { ...scenario, folder: 'again' }] : [],
      personas: persona ? [{ ...persona, data: { ...persona.data, limit: 10 } }] : [],
    };

    const problems = runChecks(twice, allChecks).filter(({ file }) => file === 'personas/angry.yaml');

    expect(problems).toHaveLength(1);
  });

  it('give the line of the file on which the problem stands', () => {
    const draft = contentDraft();
    const files = draftFiles({
      ...draft,
      lines: [...draft.lines, line('long', 'thought', { say: both('woord '.repeat(41)) })],
    });

    const [problem] = runChecks(files, [linesAreShort]);

    const text = files.scenarios[0]?.lines.text.split('\n') ?? [];
    expect(text[(problem?.line ?? 0) - 1]).toContain('woord woord');
  });
});
