/** Only numbers, and what people put between them. */
const NUMBERS = /^\D{0,3}\d+(?:(?:\s*[,;.+&/]\s*|\s+(?:en|and)\s+|\s+)\d+)*\D{0,3}$/u;

/**
 * The items that were asked for by number, as in `1, 3` or `2 en 4`, in the order of the list. Other words are an item of
 * their own; without an answer, or when no number fits, all of them.
 */
export function pickedItems(items: readonly string[], answer: string | undefined): readonly string[] {
  if (answer === undefined) return items;
  if (!NUMBERS.test(answer)) return [answer];

  const numbers = new Set((answer.match(/\d+/gu) ?? []).map(Number));
  const picked = items.filter((_, index) => numbers.has(index + 1));
  return picked.length > 0 ? picked : items;
}
