/** The sets of words that can stand in one place of some pattern; each set has one number. */
export interface Terminals {
  /** The number of the set with these keys. */
  of(keys: readonly string[]): number;
  keysOf(terminal: number): readonly string[];
  /** The keys of every terminal, in order. */
  all(): readonly (readonly string[])[];
  /** How common the words of a set are, roughly: short words are. */
  costOf(terminal: number): number;
  /** The numbers of the sets that hold a word with one of these keys; `form` is for prefixes. */
  holding(form: string, keys: readonly string[]): readonly number[];
  /** Whether a word takes part in any pattern. */
  knows(form: string, keys: readonly string[]): boolean;
  readonly count: number;
  /** Every key: `=form`, `prefix*`, a stem, `#group`, `@kind`. */
  keys(): readonly string[];
}

const SHORTEST_PREFIX = 2;
const LONGEST_PREFIX = 16;
const COMMON_GROUP_COST = 25;
/** By number of letters: the shorter a word, the more often it is said. */
const COST_BY_LENGTH: readonly number[] = [20, 20, 20, 20, 6, 4, 2];

/** `known`: the keys of terminals that were made before, as `all` gave them. */
export function createTerminals(known: readonly (readonly string[])[] = []): Terminals {
  const numbers = new Map<string, number>();
  const sets: (readonly string[])[] = [];
  const byKey = new Map<string, number[]>();

  function add(keys: readonly string[], name: string): number {
    const terminal = sets.length;
    sets.push(keys);
    numbers.set(name, terminal);
    for (const key of keys) {
      const holders = byKey.get(key);
      if (holders) holders.push(terminal);
      else byKey.set(key, [terminal]);
    }
    return terminal;
  }

  for (const keys of known) add(keys, keys.join(' '));

  function prefixesOf(form: string): readonly string[] {
    const prefixes: string[] = [];
    for (let length = SHORTEST_PREFIX; length <= Math.min(form.length, LONGEST_PREFIX); length += 1) {
      const key = `${form.slice(0, length)}*`;
      if (byKey.has(key)) prefixes.push(key);
    }
    return prefixes;
  }

  const allKeys = (form: string, keys: readonly string[]) => [`=${form}`, ...keys, ...prefixesOf(form)];

  return {
    of(keys) {
      const unique = [...new Set(keys)].sort();
      const name = unique.join(' ');
      return numbers.get(name) ?? add(unique, name);
    },
    all: () => sets,
    keysOf: (terminal) => sets[terminal] ?? [],
    costOf: (terminal) => (sets[terminal] ?? []).reduce((sum, key) => sum + costOfKey(key), 0),
    holding: (form, keys) => [...new Set(allKeys(form, keys).flatMap((key) => byKey.get(key) ?? []))],
    knows: (form, keys) => allKeys(form, keys).some((key) => byKey.has(key)),
    get count() {
      return sets.length;
    },
    keys: () => [...byKey.keys()],
  };
}

function costOfKey(key: string): number {
  if (key.startsWith('#')) return COMMON_GROUP_COST;
  return key.startsWith('@') ? 1 : (COST_BY_LENGTH[key.length] ?? 1);
}
