const MOST_REMEMBERED = 20_000;

/** A pure function of one word that keeps its answers; it forgets them all when they become too many. */
export function remember<T>(answer: (word: string) => T): (word: string) => T {
  const remembered = new Map<string, T>();

  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();

    const fresh = answer(word);
    remembered.set(word, fresh);
    return fresh;
  };
}
