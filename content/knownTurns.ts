import type { Locale } from './schema/locale.ts';
import { MOVES, type Move } from './schema/move.ts';
import type { WorkbenchFiles } from './workbenchFiles.ts';

/** A teacher's words elsewhere in the content of which it is known what they do. */
export interface KnownTurn {
  readonly text: string;
  readonly moves: readonly Move[];
}

/** What teachers say in golden talks, and what the simulated teachers say. `{child}` is filled in with a name. */
export function knownTurns(
  { goldenTalks, sayings, scenarioTeachers }: WorkbenchFiles,
  locale: Locale,
): readonly KnownTurn[] {
  const golden = goldenTalks
    .filter(({ data }) => data.locale === locale)
    .flatMap(({ data }) => data.talk)
    .flatMap(({ say, expect }) => (expect?.moves ? [{ text: say, moves: expect.moves }] : []));
  const said = MOVES.flatMap((move) => turns(sayings?.data.sayings[move]?.[locale], move));
  const bare = turns(sayings?.data.sayings['bare-understanding']?.[locale], 'show-understanding');
  const taken = [...scenarioTeachers.values()].flatMap(({ data }) =>
    Object.values(data.understands).flatMap((words) => turns(words[locale], 'show-understanding')),
  );
  return [...golden, ...said, ...bare, ...taken].map(({ text, moves }) => ({
    text: text.replaceAll('{child}', 'Noor'),
    moves,
  }));
}

function turns(words: readonly string[] | undefined, move: Move): readonly KnownTurn[] {
  return (words ?? []).map((text) => ({ text, moves: [move] }));
}
