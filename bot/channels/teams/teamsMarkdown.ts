/**
 * Our Markdown as Teams can show it in a message: headings become bold, rules go, pictures become their text, and what
 * looks like HTML stays text.
 * Source: Format your bot messages, Cross-platform support (Microsoft Teams developer documentation).
 */
export function teamsMarkdown(text: string): string {
  return text
    .replace(/(?<!\\)<(?=[a-z/!?])/gi, '&lt;')
    .replace(/^#{1,6} +(\S.*)$/gm, (_line, title: string) => (title.includes('**') ? title : `**${title}**`))
    .replace(/^ {0,3}(?:-{3,}|\*{3,}|_{3,}) *$/gm, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
