const BLOCK = /@media ([^{}]+)\{\s*:root \{([^{}]*)\}\s*\}/gu;

/**
 * The colours of a page, for pages whose surroundings may choose a theme: `data-theme` on the root element is `light`,
 * `dark` or `contrast`. Where nobody chooses, what the reader set in the browser counts, as it did before.
 */
export function themed(colours: string): string {
  const blocks = [...colours.matchAll(BLOCK)].map(([, query = '', rules = '']) => ({ query: query.trim(), rules }));
  const rulesFor = (query: string) => blocks.find((block) => block.query === query)?.rules ?? '';
  const dark = rulesFor('(prefers-color-scheme: dark)');
  const contrast = rulesFor('(prefers-contrast: more) and (prefers-color-scheme: dark)');
  return [
    colours.replaceAll(BLOCK, (block) => block.replace(':root {', ':root:not([data-theme]) {')),
    `:root[data-theme="light"] { color-scheme: light; }`,
    `:root:is([data-theme="dark"], [data-theme="contrast"]) { color-scheme: dark; ${dark} }`,
    `:root[data-theme="contrast"] { ${contrast} }`,
  ].join('\n');
}
