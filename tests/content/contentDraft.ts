import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { kindOf } from '../../content/checkFileKinds.ts';
import type { ContentFiles } from '../../content/contentFiles.ts';
import type { ContentFile } from '../../content/readYaml.ts';
import { COMMANDS, type Command, commandsFileSchema } from '../../content/schema/commands.ts';
import { type Cue, RULE_LISTS, type Words } from '../../content/schema/cue.ts';
import type { DangerWords } from '../../content/schema/danger.ts';
import { editorComment } from '../../content/schema/editorSchemas.ts';
import type { Hearing } from '../../content/schema/hearing.ts';
import type { Line } from '../../content/schema/line.ts';
import { LOCALES, type Locale, type Localized } from '../../content/schema/locale.ts';
import {
  MESSAGE_KINDS,
  type MessageKind,
  type MessageWords,
  REPLY_TIPS,
  REPLY_TONES,
} from '../../content/schema/messageKind.ts';
import type { MessageTree } from '../../content/schema/messages.ts';
import { MOVES, type Move, type MoveEntry, TIPS } from '../../content/schema/move.ts';
import type { Persona } from '../../content/schema/persona.ts';
import type { Questions } from '../../content/schema/questions.ts';
import type { ScenarioFile } from '../../content/schema/scenario.ts';
import type { Source } from '../../content/schema/source.ts';
import { END_REASONS, UTTERANCE_KINDS } from '../../content/schema/state.ts';
import { TIP_MOMENTS, type Tip } from '../../content/schema/tip.ts';
import type { ToolboxEntry } from '../../content/schema/toolbox.ts';
import type { Weights } from '../../content/schema/weight.ts';

/** The smallest content that every check accepts: one scenario, one persona, seven tips. */
export interface ContentDraft {
  readonly scenario: ScenarioFile;
  readonly lines: readonly Line[];
  /** How teachers ask; left out: nobody has written that. */
  readonly questions: Questions | undefined;
  readonly persona: Persona;
  readonly tips: readonly Tip[];
  readonly tool: ToolboxEntry;
  /** What a message of a parent can carry. */
  readonly messageKinds: readonly MessageKind[];
  readonly weights: Weights;
  readonly moves: readonly MoveEntry[];
  readonly sources: readonly Source[];
  readonly commands: Readonly<Record<Command, { readonly nl: string[]; readonly en: string[] }>>;
  readonly messages: { readonly nl: MessageTree; readonly en: MessageTree };
}

/** A text in both languages. */
export function both(text: string): Localized {
  return { nl: text, en: text };
}

/** A line whose words are its id, so that no two are alike. */
export function line(id: string, part: Line['part'], rest: Partial<Line> = {}): Line {
  return { id, part, when: {}, say: both(`Zin ${id}`), ...rest };
}

/** Content without a flaw; spread it and change the one thing that a test is about. */
export function contentDraft(): ContentDraft {
  const moves = MOVES.map(moveEntry);
  return {
    scenario: scenarioFile(),
    lines: [
      line('opening', 'opening'),
      ...MOVES.map((move) => line(`on-${move}`, 'reaction', { when: { move: [move] } })),
      ...['not-told', 'left-out'].flatMap((concern) => [
        line(`raise-${concern}`, 'initiative', { raises: concern }),
        line(`hear-${concern}`, 'reaction', { when: { concern } }),
      ]),
      ...['sleep', 'friends', 'wish'].map((fact) => line(`tell-${fact}`, 'answer', { when: { fact }, tells: fact })),
      ...END_REASONS.map((reason) => line(`end-${reason}`, 'ending', { when: { ending: reason } })),
    ],
    questions: questions(),
    persona: persona(),
    tips: TIPS.map(tip),
    tool: {
      id: 'signals',
      order: 1,
      title: both('Signalen'),
      gist: { nl: 'Negen dingen om op te letten.', en: 'Nine things to look out for.' },
      body: both('## Negen'),
      say: [both('Zullen we dit samen langslopen?'), both('Wat valt u op?')],
      avoid: { text: both('Dat is vast niets.'), because: both('Dat weet je nog niet.') },
      source: 'article',
      claims: [{ source: 'article', section: both('Begin'), says: both('Iets.'), backs: ['gist', 'body/negen'] }],
    },
    messageKinds: MESSAGE_KINDS.map(messageKind),
    weights: weights(),
    moves,
    sources: [
      {
        id: 'article',
        grade: 'C',
        short: { nl: 'Bron, 2014', en: 'Source, 2014' },
        reference: 'An article',
        says: both('Something.'),
      },
    ],
    commands: commands(),
    messages: { nl: { title: 'Hallo {{name}}' }, en: { title: 'Hello {{name}}' } },
  };
}

/** The draft as if it had been read from files. */
export function draftFiles(draft: ContentDraft): ContentFiles {
  const paths = draftPaths(draft);
  const file = <T>(path: string, data: T): ContentFile<T> => ({ file: path, text: write(paths[path]), data });
  return {
    scenarios: [
      {
        folder: 'quarrel',
        scenario: file('scenarios/quarrel/scenario.yaml', draft.scenario),
        lines: file('scenarios/quarrel/lines.yaml', { lines: [...draft.lines] }),
        questions: draft.questions && file('scenarios/quarrel/questions.yaml', draft.questions),
      },
    ],
    personas: [file('personas/angry.yaml', draft.persona)],
    anyone: file('anyone.yaml', anyone),
    tips: draft.tips.map((tip, index) => file(`tips/${TIPS[index]}.yaml`, tip)),
    toolbox: [file('toolbox/signals.yaml', draft.tool)],
    messages: [
      { ...file('messages/page.nl.yaml', draft.messages.nl), name: 'page', locale: 'nl' },
      { ...file('messages/page.en.yaml', draft.messages.en), name: 'page', locale: 'en' },
    ],
    moves: file('moves/moves.yaml', { moves: [...draft.moves] }),
    sources: file('sources.yaml', { sources: [...draft.sources] }),
    weights: file('weights.yaml', draft.weights),
    commands: file('commands.yaml', { commands: { ...draft.commands } }),
    names: file('moves/names.yaml', names),
    languages: LOCALES.map((locale) => ({
      locale,
      words: file(`moves/words.${locale}.yaml`, words(locale)),
      cues: file(`moves/cues.${locale}.yaml`, cues(locale)),
      hearing: file(`moves/hearing.${locale}.yaml`, hearing(locale)),
    })),
    danger: LOCALES.map((locale) => ({ locale, ...file(`safety/danger.${locale}.yaml`, danger(locale)) })),
    answering: {
      kinds: draft.messageKinds.map((kind, index) => file(`answering/${MESSAGE_KINDS[index]}.yaml`, kind)),
      words: file('answering/words.yaml', messageWords),
    },
    refused: new Set(),
  };
}

/** Writes the draft into a fresh temporary folder and returns that folder; `changed` replaces whole files. */
export function writeDraft(draft: ContentDraft, changed: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  const texts = Object.entries(draftPaths(draft)).map(
    ([path, data]) => [path, `${firstLine(path)}${write(data)}`] as const,
  );
  for (const [path, text] of [...texts, ...Object.entries(changed)]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function draftPaths(draft: ContentDraft): Readonly<Record<string, unknown>> {
  return {
    'scenarios/quarrel/scenario.yaml': draft.scenario,
    'scenarios/quarrel/lines.yaml': { lines: draft.lines },
    ...(draft.questions && { 'scenarios/quarrel/questions.yaml': draft.questions }),
    'personas/angry.yaml': draft.persona,
    'anyone.yaml': anyone,
    ...Object.fromEntries(draft.tips.map((tip, index) => [`tips/${TIPS[index]}.yaml`, tip])),
    'toolbox/signals.yaml': draft.tool,
    ...Object.fromEntries(draft.messageKinds.map((kind, index) => [`answering/${MESSAGE_KINDS[index]}.yaml`, kind])),
    'answering/words.yaml': messageWords,
    'messages/page.nl.yaml': draft.messages.nl,
    'messages/page.en.yaml': draft.messages.en,
    'moves/moves.yaml': { moves: draft.moves },
    'sources.yaml': { sources: draft.sources },
    'weights.yaml': draft.weights,
    'commands.yaml': { commands: draft.commands },
    'moves/names.yaml': names,
    ...Object.fromEntries(LOCALES.map((locale) => [`moves/words.${locale}.yaml`, words(locale)])),
    ...Object.fromEntries(LOCALES.map((locale) => [`moves/cues.${locale}.yaml`, cues(locale)])),
    ...Object.fromEntries(LOCALES.map((locale) => [`moves/hearing.${locale}.yaml`, hearing(locale)])),
    ...Object.fromEntries(LOCALES.map((locale) => [`safety/danger.${locale}.yaml`, danger(locale)])),
  };
}

function scenarioFile(): ScenarioFile {
  const about = { nl: ['woord'], en: ['word'] };
  return {
    id: 'quarrel',
    order: 50,
    title: both('Ruzie'),
    summary: both('Een ruzie.'),
    briefing: both('Er was ruzie.'),
    goal: both('Het is weer goed.'),
    setting: 'room',
    child: { name: 'Sam', age: 5, group: both('groep 2') },
    parent: { name: both('Moeder van Sam') },
    persona: 'angry',
    start: {},
    maxTurns: 20,
    good: { trust: 50, tension: 40 },
    concerns: ['not-told', 'left-out'].map((id) => ({
      id,
      name: both(id),
      about,
      hidden: false,
      opens: { trust: 0, heard: 0 },
    })),
    facts: ['sleep', 'friends', 'wish'].map((id) => ({ id, topic: 'home' as const, about, trust: 0 })),
    agendas: [{ id: 'heard', why: both('Gehoord worden'), concerns: ['not-told', 'left-out'], decisive: 'not-told' }],
    sources: ['article'],
  };
}

function questions(): Questions {
  const asked = (about: string, count: number) => {
    const texts = Array.from({ length: count }, (_, index) => `Vraag ${index + 1} over ${about}?`);
    return { nl: texts, en: texts };
  };
  const facts = Object.fromEntries(['sleep', 'friends', 'wish'].map((id) => [id, asked(id, 6)]));
  return { facts, other: asked('iets anders', 20) };
}

function persona(): Persona {
  const kinds = UTTERANCE_KINDS.filter((kind) => kind !== 'talk');
  return {
    id: 'angry',
    type: 'frustrated',
    about: both('Boos.'),
    start: { tension: 60, trust: 40, face: 40, agency: 40, clarity: 40 },
    baseline: 40,
    limit: 90,
    recovery: 1,
    sensitivity: {},
    lines: [
      ...kinds.map((kind) => line(`on-${kind}`, 'reaction', { when: { kind: [kind] } })),
      line('on-again', 'reaction', { when: { again: true } }),
      line('recall', 'initiative', { when: { promised: true } }),
    ],
  };
}

function tip(id: (typeof TIPS)[number]): Tip {
  const said = TIP_MOMENTS.flatMap((moment) => [1, 2].map((number) => ({ moment, number })));
  return {
    id,
    name: both(id),
    what: both('Wat.'),
    why: both('Waarom.'),
    say: said.map(({ moment, number }) => ({ moment, text: both(`Zeg ${number} over {child} (${moment}).`) })),
    avoid: [1, 2, 3].map((number) => ({ text: both(`Ach, ${number} valt mee.`), because: both('Dat helpt niet.') })),
    example: (['parent', 'teacher', 'parent'] as const).map((who) => ({ who, text: both('Zo zit dat.') })),
    source: 'article',
    origin: { article: 'article', section: both('Deel een'), says: both('Doe dit.') },
  };
}

function messageKind(id: (typeof MESSAGE_KINDS)[number]): MessageKind {
  return {
    id,
    name: both(id),
    read: both('Dit staat er.'),
    weight: 'heavy',
    heat: 0,
    replies: REPLY_TONES.map((tone) => ({ tone, tips: [...REPLY_TIPS], text: both(`Dank u wel (${tone}).`) })),
    avoid: [1, 2].map((number) => ({ text: both(`Ach, ${number} valt mee.`), because: both('Dat helpt niet.') })),
    sources: ['article'],
  };
}

const messageWords: MessageWords = {
  words: { strong: { nl: ['woest'], en: ['furious'] } },
  childFollows: { nl: ['mijn zoon'], en: ['my son'] },
};

function weights(): Weights {
  const because = both('Daarom.');
  const one = { delta: { tension: -1 }, when: {}, hears: false, because, grade: 'C', source: 'article' } as const;
  return {
    weights: MOVES.map((move) => ({ ...one, id: `weight-${move}`, on: move })),
    repetition: [1, 0],
    certain: 0.6,
    softening: { turns: 3, factor: 0.8, because, source: 'article' },
    decay: { towardsBaseline: 0.1, because, source: 'article' },
  };
}

function moveEntry(id: Move): MoveEntry {
  return { id, kind: 'helps', tip: 'show-understanding', name: both(id), does: both('Het helpt.') };
}

const names = { names: ['noor'] };

function words(locale: Locale): Words {
  const lists = Object.fromEntries(RULE_LISTS.map((list) => [list, ['word']]));
  const reasons = {
    agreement: 'who, what, when',
    meeting: 'a room',
    jargon: 'a term',
    name: 'a name',
    open: 'open',
    closed: 'closed',
    request: 'r',
    learned: 'l',
  };
  return { locale, contractions: {}, reasons, same: [['you', 'u']], lists };
}

function cues(locale: Locale): { locale: Locale; cues: Cue[] } {
  const cue = {
    move: 'appreciate',
    why: 'Thanks.',
    strength: 1,
    bare: false,
    negated: false,
    say: ['thanks'],
  } as const;
  return { locale, cues: [{ ...cue, say: [...cue.say] }] };
}

const anyone: { lines: Line[] } = {
  lines: [{ id: 'anyone-thanks', part: 'answer', when: { topic: ['courtesy'] }, say: both('Nee, bedankt.') }],
};

function hearing(locale: Locale): Hearing {
  return {
    locale,
    topics: [{ topic: 'time', apart: true, say: ['time'] }],
    statements: [{ statement: 'opinion', say: ['strange'] }],
    signs: [{ sign: 'receptive', say: ['maybe'] }],
  };
}

function danger(locale: Locale): DangerWords {
  const entry = { kind: 'threat', why: 'A threat.', say: ['danger'], negated: false } as const;
  return {
    locale,
    lists: {},
    learned: 'Like danger.',
    negation: ['not'],
    dangers: [{ ...entry, say: [...entry.say] }],
    lookAlikes: [],
  };
}

function commands(): ContentDraft['commands'] {
  const words = COMMANDS.map((command) => [command, { nl: [`nl ${command}`], en: [`en ${command}`] }]);
  return commandsFileSchema.parse({ commands: Object.fromEntries(words) }).commands;
}

function firstLine(path: string): string {
  const kind = kindOf(path);
  return kind ? `${editorComment(path, kind)}\n` : '';
}

function write(data: unknown): string {
  return stringify(data, { aliasDuplicateObjects: false });
}
