import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { idSchema } from '../../../content/schema/locale.ts';
import { runCommand, UsageError } from './arguments.ts';

const scenarios = join(import.meta.dirname, '../../../content/scenarios');

/** Copies the template to a scenario of its own and says what comes next. */
await runCommand(async () => {
  const id = process.argv[2] ?? '';
  if (!idSchema.safeParse(id).success)
    throw new UsageError('Give a name of lower-case words joined by hyphens: npm run content:new -- never-chosen');
  const folder = join(scenarios, id);
  if (existsSync(folder)) throw new UsageError(`There is a scenario "${id}" already.`);

  cpSync(join(scenarios, '_template'), folder, { recursive: true });
  const file = join(folder, 'scenario.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: .*$/m, `id: ${id}`));
  console.log(
    [
      `${relative(process.cwd(), folder)} is there, and plays as it stands: npm run play -- --scenario ${id}`,
      'Now write your own: scenario.yaml first, then lines.yaml, questions.yaml, teacher.yaml and rehearsals/.',
      `After every change: npm run content:check -- --scenario ${id}`,
    ].join('\n'),
  );
});
