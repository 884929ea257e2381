import { claimsHaveSources } from '../../../content/checks/claimsHaveSources.ts';
import { referencesExist } from '../../../content/checks/referencesExist.ts';
import type { Claim } from '../../../content/schema/claim.ts';
import type { ToolboxEntry } from '../../../content/schema/toolbox.ts';
import { both, type ContentDraft } from '../contentDraft.ts';
import type { BrokenExample } from './brokenExample.ts';

const FILE = 'toolbox/signals.yaml';
const own: Claim = {
  source: 'expert-consensus',
  section: both('Wij'),
  says: both('Raad.'),
  backs: ['gist', 'body/negen'],
};

/** What can be wrong with where a tool comes from. */
export const brokenTools: readonly BrokenExample[] = [
  {
    check: claimsHaveSources,
    title: 'refuses a tool that names nothing it rests on',
    broken: withTool({ claims: undefined }),
    file: FILE,
    at: 'source',
  },
  {
    check: claimsHaveSources,
    title: 'refuses a short answer that no source backs',
    broken: withTool({ claims: [{ ...own, backs: ['body/negen'] }] }),
    file: FILE,
    at: 'gist.nl',
  },
  {
    check: claimsHaveSources,
    title: 'refuses a heading that no source backs',
    broken: withTool({ body: both('## Negen\n\nIets.\n\n## Tien') }),
    file: FILE,
    at: 'body.nl',
  },
  {
    check: claimsHaveSources,
    title: 'refuses a text of the walk that no source backs',
    broken: withTool({ walk: walk({ texts: { verdict: both('Dit is pesten.') } }), claims: backing('step/age') }),
    file: FILE,
    at: 'walk.texts.verdict',
  },
  {
    check: claimsHaveSources,
    title: 'refuses a source for a part that is not there',
    broken: withTool({ claims: backing('text/verdict') }),
    file: FILE,
    at: 'claims.0.backs.1',
  },
  {
    check: claimsHaveSources,
    title: 'refuses research that rests on the makers alone',
    broken: withTool({ body: both('## Negen\n\nUit onderzoek komt dat het helpt.'), claims: [own] }),
    file: FILE,
    at: 'body.nl',
  },
  {
    check: claimsHaveSources,
    title: 'refuses a figure that rests on the makers alone',
    broken: withTool({ body: both('## Negen\n\n9.779 kinderen.'), claims: [own] }),
    file: FILE,
    at: 'body.nl',
  },
  {
    check: claimsHaveSources,
    title: 'refuses a part that one language lacks',
    broken: withTool({ body: { nl: '## Negen', en: '## Nine\n\n## Ten' } }),
    file: FILE,
    at: 'body.en',
  },
  {
    check: referencesExist,
    title: 'refuses a claim with a source that is not there',
    broken: withTool({ claims: [{ ...own, source: 'hearsay' }] }),
    file: FILE,
    at: 'claims.0.source',
  },
];

function backing(place: string): Claim[] {
  return [{ source: 'article', section: both('Begin'), says: both('Iets.'), backs: ['body/negen', place, 'gist'] }];
}

function walk(more: Partial<NonNullable<ToolboxEntry['walk']>>): ToolboxEntry['walk'] {
  const step = { id: 'age', kind: 'ask' as const, ask: both('Hoe oud?'), open: false };
  return { intro: both('Eén vraag.'), steps: [step], title: both('Blad'), texts: {}, lists: {}, ...more };
}

function withTool(change: Partial<ToolboxEntry>): (draft: ContentDraft) => ContentDraft {
  return (draft) => ({ ...draft, tool: { ...draft.tool, ...change } });
}
