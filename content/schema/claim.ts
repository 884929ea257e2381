import { z } from 'zod';
import { idSchema, localizedSchema } from './locale.ts';

/**
 * Where a part of a tool is written: `gist` is the short answer, `body` the text before its first heading, `body/<heading>` what stands under a
 * heading, by its Dutch words joined by hyphens; `step/<id>`, `text/<name>` and `list/<name>` are those of the walk, and
 * `step`, `text` and `list` all of them.
 */
const placeSchema = z
  .string()
  .regex(/^(gist|body|step|text|list)(\/[a-z0-9]+(-[a-z0-9]+)*)?$/, 'a place, as in `body` or `step/age`');

/** What a tool rests on: what one source says, where it says so, and which parts of the tool come from there. */
export const claimSchema = z.strictObject({
  source: idSchema.describe('In `sources.yaml`; `expert-consensus` is what the makers say themselves.'),
  section: localizedSchema.describe('Which part of the source is meant.'),
  says: localizedSchema.describe('What exactly it says there, in own words.'),
  backs: z.array(placeSchema).min(1).describe('The parts of this tool that rest on it.'),
});
export type Claim = Readonly<z.infer<typeof claimSchema>>;

/** Whether this claim backs this part of its tool, by its name or with all parts of its kind. */
export function backs(claim: Claim, place: string): boolean {
  const [kind = ''] = place.split('/');
  return claim.backs.includes(place) || (kind !== 'body' && claim.backs.includes(kind));
}
