import type { ContentFiles } from './contentFiles.ts';

/** What there is, in one sentence for a terminal. */
export function contentSummary(files: ContentFiles): string {
  const { scenarios, personas, tips, toolbox, weights, sources, messages } = files;
  const ownLines = scenarios.reduce((sum, { lines }) => sum + lines.data.lines.length, 0);
  const sharedLines = personas.reduce((sum, { data }) => sum + data.lines.length, 0);
  return [
    `Content is fine: ${scenarios.length} scenarios with ${ownLines} lines`,
    `${personas.length} personas with ${sharedLines}`,
    `${tips.length} tips`,
    `${toolbox.length} tools`,
    `${weights?.data.weights.length ?? 0} weights`,
    `${sources?.data.sources.length ?? 0} sources`,
    `${messages.length} message files.`,
  ].join(', ');
}
