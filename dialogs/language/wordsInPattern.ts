/** The words of a pattern of content that are said as they stand: without the names of lists, and without beginnings that end in a star. */
export function wordsInPattern(pattern: string): readonly string[] {
  return pattern
    .replace(/<[^<>]*>/g, ' ')
    .split(/\s+/)
    .flatMap((part) => part.slice(part.lastIndexOf('*') + 1).match(/\p{L}+/gu) ?? []);
}
