import type { DevelopmentSet } from './readSets.ts';

/** What a set is, whoever wrote it: `by-label` of `by-label`, `by-label-2` and `by-label-all`. */
export function kindOf(name: string): string {
  return name.replace(/-(?:\d+|all)$/, '');
}

/** For each kind of set that several writers made in a language, one with the turns of them all: `by-label-all`. */
export function writersTogether(sets: readonly DevelopmentSet[]): readonly DevelopmentSet[] {
  const kinds = Map.groupBy(sets, ({ locale, name }) => `${locale} ${kindOf(name)}`);
  return [...kinds.values()].flatMap((ofKind) => {
    const [first] = ofKind;
    if (!first || ofKind.length === 1) return [];
    return [{ locale: first.locale, name: `${kindOf(first.name)}-all`, turns: ofKind.flatMap(({ turns }) => turns) }];
  });
}
