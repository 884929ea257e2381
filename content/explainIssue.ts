import type { z } from 'zod';
import type { Path } from './lineFinder.ts';

/** A schema problem in words that a content author can act on. */
export interface Explanation {
  readonly path: Path;
  readonly why: string;
  readonly fix: string;
}

/** Turns one issue of a schema into plain words; one per key when several keys are unknown. */
export function explainIssue(issue: z.core.$ZodIssue): readonly Explanation[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        why: `"${key}" is not known here.`,
        fix: 'correct its spelling or take it out.',
      }));
    case 'invalid_type':
      return [{ path, ...explainType(issue) }];
    case 'invalid_value':
      return [
        { path, why: 'This value is not known here.', fix: `use one of: ${issue.values.map(String).join(', ')}.` },
      ];
    case 'too_small':
      return [{ path, why: 'There is too little here.', fix: `at least ${amount(issue.minimum, issue.origin)}.` }];
    case 'too_big':
      return [{ path, why: 'There is too much here.', fix: `at most ${amount(issue.maximum, issue.origin)}.` }];
    case 'invalid_union':
      return issue.errors.flat().flatMap((inner) => explainIssue({ ...inner, path: [...path, ...inner.path] }));
    default:
      return [{ path, why: 'This is not written as it should be.', fix: `${issue.message}.` }];
  }
}

function explainType(issue: z.core.$ZodIssueInvalidType): { readonly why: string; readonly fix: string } {
  const name = String(issue.path.at(-1) ?? 'this');
  if (issue.message.includes('received undefined')) {
    return { why: `"${name}" is missing.`, fix: `add "${name}" (${issue.expected}).` };
  }
  return { why: `"${name}" has the wrong form.`, fix: `${issue.message.replace('Invalid input: ', '')}.` };
}

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'array') return `${limit} in this list`;
  return origin === 'string' ? `${limit} characters` : `${limit}`;
}
