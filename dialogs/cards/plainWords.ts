/** Markdown of ours as plain words, at most so many characters, cut where a word ends. */
export function plainWords(markdown: string, longest: number): string {
  const words = markdown
    .replace(/^[ \t]*\|[ \t|:-]+\|[ \t]*\n?/gmu, '')
    .replace(/^[ \t]*\|(.+)\|[ \t]*$/gmu, (_row, cells: string) =>
      cells
        .split('|')
        .map((cell) => cell.trim())
        .join(': '),
    )
    .replace(/^ {0,3}(?:#{1,6}|>) ?/gmu, '')
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/gu, '$1')
    .replace(/(?<!\\)(?:\*\*|`)/gu, '')
    .replace(/(?<![\\\p{L}\p{N}])[*_](?=\S)(.{1,500}?)(?<=[^\s\\])[*_](?![\p{L}\p{N}])/gu, '$1')
    .replace(/\\([\\`*_{}[\]<>#|~.)+-])/gu, '$1')
    .replace(/(?<! ) +$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  if (words.length <= longest) return words;
  const end = words.lastIndexOf(' ', longest - 1);
  return `${words.slice(0, end > 0 ? end : longest - 1).toWellFormed()}…`;
}
