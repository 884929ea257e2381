import { z } from 'zod';
import { LOCALES, type Locale } from './locale.ts';

/** Words with a space between them, as they are written in the file. */
const wordsSchema = z
  .string()
  .min(1)
  .refine((words) => words === words.toLowerCase(), 'write all words in small letters')
  .describe('Words with a space or a line break between them, in small letters.');

const kindsSchema = z.strictObject({
  name: z.string().min(3),
  phone: z.string().min(3),
  email: z.string().min(3),
  address: z.string().min(3),
  bsn: z.string().min(3),
  iban: z.string().min(3),
});

const listsSchema = z.strictObject({
  alsoWords: wordsSchema.describe('First names that are ordinary words too: they count by what stands around them.'),
  neverNames: wordsSchema.describe(
    'Has a capital and is nobody: places, days, months, peoples, feasts, brands, school words.',
  ),
  functionWords: wordsSchema.describe('Words that are never a name here, however they stand.'),
  titles: wordsSchema.describe('A name follows: "mevrouw", "juf".'),
  relations: wordsSchema.describe('A name may follow: "zoon", "leerling".'),
  called: wordsSchema.describe('What somebody is called stands beside it: "heet", "genaamd".'),
  relative: wordsSchema.describe('Before a name with "heet" behind it: "die … heet".'),
  nameNouns: wordsSchema.describe('With "is" and a name behind it: "naam".'),
  is: wordsSchema.describe('Between such a word and a name.'),
  before: wordsSchema.describe('A word behind these that nobody knows is a name, in small letters too: "met …".'),
  things: wordsSchema.describe('What is called something and is nobody: "de school heet …".'),
  families: wordsSchema.describe('Behind a surname: "the … family".'),
  beside: wordsSchema.describe('Whoever follows is somebody: "naast".'),
  of: wordsSchema.describe('Between a person and a name: "de moeder van …".'),
  personNouns: wordsSchema.describe("What somebody has: …'s “moeder”, “tas”."),
  possessives: wordsSchema.describe("As in “… z'n moeder”."),
  personVerbs: wordsSchema.describe('Verbs with people as their subject, right behind a name with a capital.'),
  acts: wordsSchema.describe('What only people do: it makes a name of a word in small letters too.'),
  inverted: wordsSchema.describe('Subjects behind their verb: what stands before that verb is no subject.'),
  clauseStarts: wordsSchema.describe('Words behind which a clause begins: "dat", "toen".'),
  joiners: wordsSchema.describe('Between two names.'),
  articles: wordsSchema.describe('Before a thing.'),
  placeWords: wordsSchema.describe('Before a place: "in", "uit".'),
  saints: wordsSchema.describe('Before the name of a saint, after whom a school or a feast is called.'),
  abbreviations: wordsSchema.describe('Behind their dot no sentence begins.'),
  phoneWords: wordsSchema.describe('A telephone number follows.'),
  citizenWords: wordsSchema.describe('A citizen service number follows.'),
});

const endingsSchema = z.strictObject({
  before: z.array(z.string()).describe('What may be put before an ordinary word: "on", "ver".'),
  behind: z.array(z.string().min(1)).describe('What may be put behind it: "en", "tje".'),
  nouns: z
    .array(z.string().min(1))
    .describe('How things and doings end, which a sentence may begin with as people do.'),
  between: z.array(z.string()).describe('What joins two words to one; empty where words are not joined.'),
});

const addressSchema = z.strictObject({
  endings: z.string().describe('How names of streets end.'),
  behind: z.string().describe('Stands behind the name of a street.'),
  behindInAnyCase: z.string().describe('The same, also without a capital.'),
  before: z.string().describe('Stands before the name of a street.'),
  between: z.string().describe('May stand inside one.'),
  parts: z.string().describe('Names of streets begin so: "oude", "prins".'),
  noStreets: z.string().describe('Ends like a street and is none.'),
  counted: z.string().describe('Behind a number: what it counts.'),
});

/** `content/masking/words.<locale>.yaml`. */
export const maskingWordsSchema = z.strictObject({
  locale: z.enum(LOCALES),
  placeholders: kindsSchema.describe('What stands in place of what was masked.'),
  phrases: z.array(z.string().min(3)).describe('Names of stories and shops, which are left in, as they are written.'),
  lists: listsSchema,
  endings: endingsSchema,
  address: addressSchema,
});

/** `content/masking/names.yaml`: first names and surnames by where they come from. */
export const maskingNamesSchema = z.strictObject({
  firstNames: z.record(z.string(), wordsSchema).describe('First names, by origin.'),
  surnames: z.record(z.string(), wordsSchema).describe('Surnames, by origin, without what stands before them.'),
  smallParticles: wordsSchema.describe('Those that count before a surname in small letters.'),
  particles: wordsSchema.describe('What stands before a surname: "van", "el".'),
});

/** As it stands in `names.yaml`. */
export type MaskingNamesFile = Readonly<z.infer<typeof maskingNamesSchema>>;
/** As it stands in `words.<locale>.yaml`. */
export type MaskingWordsFile = Readonly<z.infer<typeof maskingWordsSchema>>;

type Kinds = Readonly<z.infer<typeof kindsSchema>>;
type Lists<Of> = { readonly [Name in keyof Of]: readonly string[] };

/** The words of one language by which names and addresses are found. */
export interface MaskingWords {
  readonly placeholders: Kinds;
  readonly phrases: readonly string[];
  readonly lists: Lists<z.infer<typeof listsSchema>>;
  readonly endings: Readonly<z.infer<typeof endingsSchema>>;
  readonly address: Lists<z.infer<typeof addressSchema>>;
  /** Words that anybody uses, in small letters without accents. */
  readonly ordinary: readonly string[];
}

/** All by which names and numbers are masked. */
export interface MaskingContent {
  readonly firstNames: readonly string[];
  readonly surnames: readonly string[];
  readonly particles: readonly string[];
  readonly smallParticles: readonly string[];
  readonly locales: Readonly<Record<Locale, MaskingWords>>;
}
