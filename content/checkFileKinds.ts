import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentProblem } from './contentError.ts';
import { readYaml } from './readYaml.ts';
import { editorComment, type FileKind, fileKinds } from './schema/editorSchemas.ts';

/** Kinds that `loadContent` has no part in: the recognizer or the tests read them. */
const READ_ELSEWHERE = ['rehearsal', 'cues', 'words', 'names'];

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

/** Finds files that nothing reads, files without their editor comment, and mistakes in files that are read elsewhere. */
export function checkFileKinds(root: string): readonly ContentProblem[] {
  return contentFileNames(root).flatMap((file) => {
    const kind = kindOf(file);
    if (!kind)
      return [{ file, line: null, at: '', why: 'Nothing reads this file.', fix: 'correct its name or place.' }];

    return [
      ...checkComment(root, file, kind),
      ...(READ_ELSEWHERE.includes(kind.name) ? checkForm(root, file, kind) : []),
    ];
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
