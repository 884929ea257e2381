import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentProblem } from './contentError.ts';
import { readYaml } from './readYaml.ts';
import { editorComment, type FileKind, fileKinds } from './schema/editorSchemas.ts';

/** The one kind that `loadContent` has no part in: golden talks, which the tests play. */
const READ_BY_TESTS = 'rehearsal';

/** All YAML files below the content folder, in order; forward slashes. */
export function contentFileNames(root: string): readonly string[] {
  return globSync('**/*.yaml', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** The kind of a content file, by its place and name. */
export function kindOf(file: string): FileKind | undefined {
  return fileKinds.find(({ files }) => files.test(file));
}

/** Finds files that nothing reads, files without their editor comment, and mistakes in files that only tests read. */
export function checkFileKinds(root: string): readonly ContentProblem[] {
  return contentFileNames(root).flatMap((file) => {
    const kind = kindOf(file);
    if (!kind)
      return [{ file, line: null, at: '', why: 'Nothing reads this file.', fix: 'correct its name or place.' }];

    return [...checkComment(root, file, kind), ...(kind.name === READ_BY_TESTS ? checkForm(root, file, kind) : [])];
  });
}

function checkComment(root: string, file: string, kind: FileKind): readonly ContentProblem[] {
  if (readFileSync(join(root, file), 'utf8').startsWith(`${editorComment(file, kind)}\n`)) return [];

  const why = 'The first line does not name the schema, so an editor cannot help the author.';
  return [{ file, line: 1, at: '', why, fix: 'run "npm run content:schema".' }];
}

function checkForm(root: string, file: string, { schema }: FileKind): readonly ContentProblem[] {
  const reading = readYaml(root, file, schema);
  return reading.ok ? [] : reading.problems;
}
