import { z } from 'zod';
import type { Line } from './line.ts';
import { idSchema, localizedSchema, localizedWordsSchema } from './locale.ts';
import type { MoveEntry } from './move.ts';
import type { Persona } from './persona.ts';
import type { Questions } from './questions.ts';
import { scoreSchema, startSchema } from './state.ts';
import type { Weights } from './weight.ts';

/** One of the people who are there, where the parent is not alone: mother and father. */
const voiceSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema.describe('How the talk shows who speaks: "Moeder".'),
  firstName: z.string().min(1).describe('A teacher may use it; it names no other child or family.'),
  called: localizedWordsSchema.describe(
    'How a teacher turns to this one. A single word counts where it is called out ("Jeroen, …"), several words anywhere ("u als vader").',
  ),
});
export type Voice = Readonly<z.infer<typeof voiceSchema>>;

/** Something that weighs on the parent. It is heard once the teacher has acknowledged it in particular. */
export const concernSchema = z.strictObject({
  id: idSchema,
  name: localizedSchema.describe('Ends "The parent wanted you to hear …", as in "dat niemand haar had gebeld".'),
  about: localizedWordsSchema.describe('Words with which a teacher would touch this concern.'),
  voice: idSchema.optional().describe('Whose concern it is; left out when both have it, or the parent is alone.'),
  hidden: z.boolean().describe('A hidden concern comes up only after `opens`.'),
  opens: z
    .strictObject({ trust: scoreSchema.default(0), heard: z.number().int().min(0).default(0) })
    .default({ trust: 0, heard: 0 })
    .describe('The trust, and the number of heard concerns, from which this one may come up.'),
});
export type Concern = Readonly<z.infer<typeof concernSchema>>;

/** Something the parent knows and can be asked about. */
export const factSchema = z.strictObject({
  id: idSchema,
  topic: z.enum(['child', 'incident', 'home', 'feeling', 'wish', 'agreement']),
  about: localizedWordsSchema.describe('Words that a question about this fact would hold.'),
  trust: scoreSchema.default(0).describe('The trust from which the parent tells it.'),
  concern: idSchema.optional().describe('The concern that comes on the table when this is told.'),
});
export type Fact = Readonly<z.infer<typeof factSchema>>;

/** What this parent is after today. Which one it is, the seed decides. */
export const agendaSchema = z.strictObject({
  id: idSchema,
  why: localizedSchema.describe('For the debrief: what it was really about.'),
  concerns: z.array(idSchema).min(1).describe('In the order in which the parent brings them up.'),
  decisive: idSchema.describe('The concern without which there is no agreement.'),
});
export type Agenda = Readonly<z.infer<typeof agendaSchema>>;

/** From where on a talk can end well. */
export const goodSchema = z
  .strictObject({ trust: scoreSchema, tension: scoreSchema })
  .describe('A good ending has at least this trust and at most this tension.');

/** `content/scenarios/<id>/scenario.yaml`. The words are in `lines.yaml` beside it. */
export const scenarioFileSchema = z.strictObject({
  id: idSchema,
  order: z
    .number()
    .int()
    .min(1)
    .default(50)
    .describe('Place in the list to choose from; 1 comes first, and the id decides among equals.'),
  title: localizedSchema,
  summary: localizedSchema.describe('One sentence in the list to choose from.'),
  briefing: localizedSchema.describe('What the teacher knows beforehand, in two to five sentences.'),
  goal: localizedSchema.describe('What a good end looks like, in one sentence.'),
  setting: z.enum(['room', 'door', 'phone', 'app']),
  child: z.strictObject({ name: z.string().min(1), age: z.number().int().min(3).max(13), group: localizedSchema }),
  parent: z.strictObject({ name: localizedSchema.describe('How the talk shows the speaker: "Moeder van Sam".') }),
  voices: z.array(voiceSchema).min(2).optional().describe('Who is there; left out when the parent is alone.'),
  persona: idSchema,
  start: startSchema.partial().default({}).describe("Overrides of the persona's starting state."),
  maxTurns: z.number().int().min(6).max(60).default(25),
  minutes: z.number().int().min(1).max(30).optional().describe('Length of the timed form, for a talk in between.'),
  good: goodSchema,
  concerns: z.array(concernSchema).min(2),
  facts: z.array(factSchema).min(3),
  agendas: z.array(agendaSchema).min(1).max(4),
  sources: z.array(idSchema).min(1),
});
export type ScenarioFile = Readonly<z.infer<typeof scenarioFileSchema>>;

/**
 * A scenario with everything that decides how it plays: its own lines before those of the persona, the
 * weights, the moves. It is what a rehearsal is pinned to: `revision` is a hash over all the rest.
 */
export interface Scenario extends Omit<ScenarioFile, 'persona'> {
  readonly revision: string;
  readonly persona: Persona;
  readonly lines: readonly Line[];
  /** How teachers ask for the facts; without it a fact is found by its `about` words alone. */
  readonly questions?: Questions;
  readonly weights: Weights;
  readonly moves: readonly MoveEntry[];
}
