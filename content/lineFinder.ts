import { LineCounter, parseDocument } from 'yaml';

/** A place inside a file: keys and positions in lists, outermost first. */
export type Path = readonly PropertyKey[];

/**
 * Finds the line (from 1) where the value at a path starts, or else its nearest existing parent. Parses the text
 * once more, with positions: for problems only.
 */
export function lineFinder(text: string): (path: Path) => number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });

  return (path) => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node: unknown = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (hasRange(node)) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
