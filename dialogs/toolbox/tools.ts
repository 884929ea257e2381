import type { Tool } from './tool.ts';

/** Every tool that can be walked through; the rest of the toolbox is to read. */
const TOOLS: readonly Tool[] = [];

/** The walk of this tool, if there is one. */
export function toolNamed(id: string): Tool | undefined {
  return TOOLS.find((tool) => tool.id === id);
}
