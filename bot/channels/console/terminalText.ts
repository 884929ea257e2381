import type { Activity } from 'botbuilder-core';

/** A message as lines for a terminal: who speaks, the words without Markdown marks, what can be chosen. */
export function terminalText({ text = '', from, suggestedActions }: Partial<Activity>): string {
  const speaker = from?.name ? `${from.name}: ` : '';
  const choices = suggestedActions?.actions.map(({ value }) => `[${String(value)}]`).join(' ') ?? '';
  const words = text
    .replace(/\*\*|^#+ /gm, '')
    .replace(/(^|\s)[*_]([^*_\n]+)[*_]/g, '$1$2')
    .replace(/\\([\\`*_{}[\]<>#|])/g, '$1');
  return `${speaker}${words}${choices ? `\n  ${choices}` : ''}`;
}
