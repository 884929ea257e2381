import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentFileNames, kindOf } from './checkFileKinds.ts';
import { editorComment, editorSchema, fileKinds } from './schema/editorSchemas.ts';

const root = import.meta.dirname;

mkdirSync(join(root, 'schema/json'), { recursive: true });
for (const kind of fileKinds) writeFileSync(join(root, `schema/json/${kind.name}.schema.json`), editorSchema(kind));
for (const file of contentFileNames(root)) nameSchema(file);
console.log(`${fileKinds.length} schemas written; every content file names its own.`);

function nameSchema(file: string): void {
  const kind = kindOf(file);
  if (!kind) return;

  const comment = editorComment(file, kind);
  const text = readFileSync(join(root, file), 'utf8');
  if (text.startsWith(`${comment}\n`)) return;

  const body = text.replace(/^# yaml-language-server:.*\n/, '');
  writeFileSync(join(root, file), `${comment}\n${body}`);
}
