import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../../../content/checkContent.ts';
import { ContentError, describeProblem } from '../../../content/contentError.ts';
import { contentSummary } from '../../../content/contentSummary.ts';
import { loadContent } from '../../../content/load.ts';
import type { Content } from '../../../content/schema/content.ts';
import type { WorkbenchFiles } from '../../../content/workbenchFiles.ts';
import { createLanguage } from '../../../dialogs/language/createLanguage.ts';
import { teachersTable } from '../../../dialogs/workbench/teachersTable.ts';
import { tryScenario } from '../../../dialogs/workbench/tryScenario.ts';
import { runCommand } from './arguments.ts';
import { exampleProblems } from './exampleProblems.ts';
import { goldenProblems } from './goldenProblems.ts';
import { ownTrials } from './ownTrials.ts';
import { placeOf } from './placeOf.ts';
import { reportOf } from './reportOf.ts';
import { tipProblems } from './tipProblems.ts';

const REPORTS = '.data/reports';

/**
 * `npm run content:check [-- --quick] [--scenario <id>] [folder]`: what is wrong with the content, as files and as talks.
 * `--quick` does not play. Exit code 1 when something must be fixed.
 */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, scenario: { type: 'string' } },
    allowPositionals: true,
  });
  const root = resolve(positionals[0] ?? join(import.meta.dirname, '../../../content'));
  const { files, workbench, problems: all } = checkContent(root);
  const problems = all.filter(({ file }) => isAbout(file, values.scenario));
  if (problems.length < all.length) console.error(`${all.length - problems.length} problems in other files.`);

  for (const problem of problems) console.error(describeProblem(problem));
  const content = values.quick ? undefined : loadable(root);
  if (all.length === 0) console.log(contentSummary(files));
  if (!content) return conclude(all.length);

  const begun = performance.now();
  const { reader, recognizer } = createLanguage(content);
  const scenarios = content.scenarios.filter(({ id }) => id === (values.scenario ?? id));
  const listed = scenarios.map((scenario) => ({
    scenario,
    understands: workbench.scenarioTeachers.get(scenario.id)?.data.understands ?? {},
  }));
  const own = ownTrials(content).filter(({ scenario: { id } }) => id === (values.scenario ?? id));
  const trials = [...listed, ...own].map(({ scenario, understands }) =>
    tryScenario(scenario, { general: sayingsOf(workbench), understands }, reader),
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);

  const talks = trials.flatMap((trial) => trial.talks);
  const turns = trials.reduce((sum, { evidence }) => sum + evidence.turns, 0);
  const found = [
    ...goldenProblems(scenarios, workbench.goldenTalks, reader),
    ...(values.scenario === undefined
      ? [...tipProblems(files.tips, recognizer), ...exampleProblems(files, content, recognizer)]
      : []),
    ...trials.flatMap(({ findings }) => findings).map((finding) => placeOf(finding, files)),
  ];
  const ids = trials.map(({ scenario }) => scenario);
  console.log(`\n${teachersTable(ids, talks)}\n`);
  console.log(`${talks.length} talks by simulated teachers, ${turns} turns in all, in ${seconds} s.`);
  console.log(`More in ${writeReport({ problems: [...problems, ...found], scenarios: trials.map(reportOf) })}.`);
  for (const problem of found) console.error(describeProblem(problem));
  conclude(all.length + found.length);
});

/** Whether a file bears on the one scenario that was asked for; without one, every file does. */
function isAbout(file: string, scenario: string | undefined): boolean {
  return scenario === undefined || file.startsWith(`scenarios/${scenario}/`);
}

/** The content, or nothing while it cannot be put together: the problems have been told. */
function loadable(root: string): Content | undefined {
  try {
    return loadContent(root);
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

function sayingsOf({ sayings }: WorkbenchFiles) {
  if (!sayings) throw new Error('the sayings of the simulated teachers were neither read nor reported');
  return sayings.data;
}

function conclude(problems: number): void {
  if (problems === 0) return;
  console.error(`\n${problems} ${problems === 1 ? 'problem' : 'problems'} to fix.`);
  process.exitCode = 1;
}

function writeReport(report: object): string {
  mkdirSync(REPORTS, { recursive: true });
  const file = `${REPORTS}/content-check.json`;
  writeFileSync(file, `${JSON.stringify(report, null, 1)}\n`);
  return file;
}
