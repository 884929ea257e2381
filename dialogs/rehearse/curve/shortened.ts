/** A quote on one line, cut at a word when it is longer than `longest` characters. */
export function shortened(quote: string, longest: number): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= longest) return line;

  const cut = characters.slice(0, longest - 1).join('');
  const atWord = cut.lastIndexOf(' ');
  return `${(atWord > longest / 2 ? cut.slice(0, atWord) : cut).replace(/(?<![\s,;:.–-])[\s,;:.–-]+$/u, '')}…`;
}
