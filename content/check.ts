import { checkFileKinds } from './checkFileKinds.ts';
import { allChecks } from './checks/allChecks.ts';
import { runChecks } from './checks/runChecks.ts';
import { type ContentProblem, describeProblem } from './contentError.ts';
import { type ContentFiles, readContentFiles } from './contentFiles.ts';

const root = process.argv[2] ?? import.meta.dirname;
const { files, problems } = readContentFiles(root);
const all = [...problems, ...checkFileKinds(root), ...runChecks(files, allChecks)].sort(byPlace);

for (const problem of all) console.error(describeProblem(problem));
if (all.length > 0) console.error(`\n${all.length} ${all.length === 1 ? 'problem' : 'problems'} to fix.`);
else console.log(summary(files));
process.exitCode = all.length > 0 ? 1 : 0;

function byPlace(a: ContentProblem, b: ContentProblem): number {
  return a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0);
}

function summary({ scenarios, personas, tips, toolbox, weights, sources, messages }: ContentFiles): string {
  const ownLines = scenarios.reduce((sum, { lines }) => sum + lines.data.lines.length, 0);
  const sharedLines = personas.reduce((sum, { data }) => sum + data.lines.length, 0);
  return [
    `Content is fine: ${scenarios.length} scenarios with ${ownLines} lines`,
    `${personas.length} personas with ${sharedLines}`,
    `${tips.length} tips`,
    `${toolbox.length} tools`,
    `${weights?.data.weights.length ?? 0} weights`,
    `${sources?.data.sources.length ?? 0} sources`,
    `${messages.length} message files.`,
  ].join(', ');
}
