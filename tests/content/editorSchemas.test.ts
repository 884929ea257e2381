import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { contentFileNames, kindOf } from '../../content/checkFileKinds.ts';
import { editorComment, editorSchema, fileKinds } from '../../content/schema/editorSchemas.ts';

const root = join(import.meta.dirname, '../../content');
const files = contentFileNames(root);

function validatorFor(name: string) {
  const schema: unknown = JSON.parse(readFileSync(join(root, `schema/json/${name}.schema.json`), 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${name} is not a schema`);
  return new Ajv({ allErrors: true, strict: false }).compile(schema);
}

describe('the editor schemas', () => {
  it.each(fileKinds)('are up to date for $name', (kind) => {
    const written = readFileSync(join(root, `schema/json/${kind.name}.schema.json`), 'utf8');

    expect(written).toBe(editorSchema(kind));
  });

  it.each(files)('accept %s as it stands', (file) => {
    const validate = validatorFor(kindOf(file)?.name ?? 'unknown');

    const valid = validate(parse(readFileSync(join(root, file), 'utf8')));

    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('refuse a tip with a key that is misspelt', () => {
    const validate = validatorFor('tip');
    const tip: unknown = parse(readFileSync(join(root, 'tips/be-reachable.yaml'), 'utf8'));

    const valid = validate({ ...(tip as object), sourcee: 'munniksma-2014' });

    expect(valid).toBe(false);
  });

  it('are named on the first line, relative to the file', () => {
    const file = 'scenarios/quarrel/lines.yaml';
    const kind = fileKinds.find(({ name }) => name === 'lines');

    expect(kind && editorComment(file, kind)).toBe(
      '# yaml-language-server: $schema=../../schema/json/lines.schema.json',
    );
  });
});

describe('a content file', () => {
  it.each(files)('%s is of exactly one kind', (file) => {
    const kinds = fileKinds.filter((kind) => kind.files.test(file));

    expect(kinds).toHaveLength(1);
  });
});
