import { z } from 'zod';

/** An absolute IRI, as every id of an activity, verb or extension has to be. */
const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu, 'an absolute IRI');
/** A language map: RFC 5646 tags to texts. */
const languageMap = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/u), z.string().min(1));
const extensions = z.record(iri, z.unknown());

/** An actor is known by exactly one identifier; here that is an account. */
const agent = z.strictObject({
  objectType: z.literal('Agent').optional(),
  name: z.string().optional(),
  account: z.strictObject({ homePage: iri, name: z.string().min(1) }),
});

const activity = z.strictObject({
  objectType: z.literal('Activity').optional(),
  id: iri,
  definition: z
    .strictObject({
      name: languageMap.optional(),
      description: languageMap.optional(),
      type: iri.optional(),
      moreInfo: iri.optional(),
      extensions: extensions.optional(),
    })
    .optional(),
});

const score = z
  .strictObject({
    scaled: z.number().min(-1).max(1).optional(),
    raw: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min < max, 'min is below max');

const result = z.strictObject({
  score: score.optional(),
  success: z.boolean().optional(),
  completion: z.boolean().optional(),
  response: z.string().optional(),
  duration: z
    .string()
    .regex(/^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/u, 'an ISO 8601 duration')
    .optional(),
  extensions: extensions.optional(),
});

const contextActivities = z.strictObject({
  parent: z.array(activity).min(1).optional(),
  grouping: z.array(activity).min(1).optional(),
  category: z.array(activity).min(1).optional(),
  other: z.array(activity).min(1).optional(),
});

const context = z.strictObject({
  registration: z.uuid().optional(),
  instructor: agent.optional(),
  contextActivities: contextActivities.optional(),
  revision: z.string().optional(),
  platform: z.string().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/u)
    .optional(),
  extensions: extensions.optional(),
});

/**
 * A statement as the Experience API 1.0.3, part two, sections 2.2 to 2.4 and 4, has it: the properties that exist, which
 * of them are required, their types and bounds, no others and no null.
 */
export const statementSchema = z.strictObject({
  id: z.uuid().optional(),
  actor: agent,
  verb: z.strictObject({ id: iri, display: languageMap.optional() }),
  object: activity,
  result: result.optional(),
  context: context.optional(),
  timestamp: z.iso.datetime({ offset: true }).optional(),
  stored: z.iso.datetime({ offset: true }).optional(),
  version: z
    .string()
    .regex(/^1\.0\.\d+$/u)
    .optional(),
});
