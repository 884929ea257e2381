import type { Activity } from 'botbuilder-core';

/** A message as lines for a terminal: who speaks, the words without Markdown marks, what can be chosen. */
export function terminalText({ text = '', channelData, suggestedActions }: Partial<Activity>): string {
  const name: string | undefined = channelData?.opEenLijn?.name;
  const speaker = name ? `${name}: ` : '';
  const choices = suggestedActions?.actions.map(({ value }) => `[${String(value)}]`).join(' ') ?? '';
  const words = text
    .replace(/\*\*|^#+ /gm, '')
    .replace(/(^|\s)[*_]([^*_\n]+)[*_]/g, '$1$2')
    .replace(/\\([\\`*_{}[\]<>#|])/g, '$1');
  return `${speaker}${words}${choices ? `\n  ${choices}` : ''}`;
}
