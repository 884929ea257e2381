import type { ToolboxEntry } from './schema/toolbox.ts';

/** A part of a tool by the name that its claims know it by, and where it stands in the file. */
export interface ToolPlace {
  readonly place: string;
  readonly at: readonly string[];
}

/** Every part of a tool that says something: its gist, the parts of its text, then the steps, texts and lists of its walk. */
export function toolPlaces({ body, walk }: Pick<ToolboxEntry, 'body' | 'walk'>): readonly ToolPlace[] {
  return [
    { place: 'gist', at: ['gist', 'nl'] },
    ...headingsIn(body.nl).map((heading) => ({ place: heading ? `body/${heading}` : 'body', at: ['body', 'nl'] })),
    ...(walk?.steps ?? []).map(({ id }) => ({ place: `step/${id}`, at: ['walk', 'steps'] })),
    ...Object.keys(walk?.texts ?? {}).map((name) => ({ place: `text/${name}`, at: ['walk', 'texts', name] })),
    ...Object.keys(walk?.lists ?? {}).map((name) => ({ place: `list/${name}`, at: ['walk', 'lists', name] })),
  ];
}

/** The headings of a text, lower-case words joined by hyphens; the empty one for what stands before the first. */
export function headingsIn(markdown: string): readonly string[] {
  const headings = [...markdown.matchAll(/^##+ (.+)$/gmu)].map(([, words = '']) => hyphenated(words));
  return /^##+ /u.test(markdown.trimStart()) ? headings : ['', ...headings];
}

function hyphenated(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
