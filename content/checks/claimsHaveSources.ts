import type { ContentFile } from '../readYaml.ts';
import { backs } from '../schema/claim.ts';
import type { ToolboxEntry } from '../schema/toolbox.ts';
import { headingsIn, toolPlaces } from '../toolPlaces.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';

/** The source that stands for what the makers say themselves. */
const OWN = 'expert-consensus';

/** A figure or a reference to research, which nobody can make up: thousands, years of study, shares, "research shows". */
const OF_RESEARCH =
  /\d{1,3}[.,]\d{3}\b|\d\s?%|\b(uit onderzoek|onderzoek laat zien|blijkt dat|bewezen|research shows|studies show|proven|evidence shows)\b/iu;

/** Every part of a tool names what it rests on, and what speaks of research does not rest on ourselves alone. */
export const claimsHaveSources: ContentCheck = {
  id: 'claims-have-sources',
  why: 'A teacher who asks for the source would get none, or a parent would hear as a fact what somebody made up.',
  run: ({ toolbox }) =>
    toolbox.flatMap((tool) => [
      ...(tool.data.claims ? [] : [without(tool)]),
      ...unbacked(tool),
      ...backingNothing(tool),
      ...unevenHeadings(tool),
      ...researchWithoutSource(tool),
    ]),
};

type ToolFile = ContentFile<ToolboxEntry>;

function without(tool: ToolFile): Finding {
  return {
    in: tool,
    at: ['source'],
    message: 'This tool has no claims.',
    fix: 'add "claims": source, section, says, backs.',
  };
}

function unbacked(tool: ToolFile): readonly Finding[] {
  const { claims } = tool.data;
  if (!claims) return [];
  return toolPlaces(tool.data)
    .filter(({ place }) => !claims.some((claim) => backs(claim, place)))
    .map(({ place, at }) => ({
      in: tool,
      at,
      message: `No claim backs "${place}".`,
      fix: `add it to "backs" of the source that says so, or of ${OWN} when it is our own.`,
    }));
}

function backingNothing(tool: ToolFile): readonly Finding[] {
  const all = toolPlaces(tool.data).map(({ place }) => place);
  const places = new Set([...all, ...all.map((place) => place.split('/')[0] ?? '')]);
  return (tool.data.claims ?? []).flatMap(({ backs: named }, index) =>
    named.flatMap((place, number) =>
      places.has(place)
        ? []
        : [
            {
              in: tool,
              at: ['claims', index, 'backs', number],
              message: `There is no "${place}" in this tool.`,
              fix: `use one of: ${[...places].join(', ')}.`,
            },
          ],
    ),
  );
}

function unevenHeadings(tool: ToolFile): readonly Finding[] {
  const [nl, en] = [headingsIn(tool.data.body.nl).length, headingsIn(tool.data.body.en).length];
  if (nl === en) return [];
  const message = `The Dutch text has ${nl} parts and the English ${en}.`;
  return [{ in: tool, at: ['body', 'en'], message, fix: 'give both the same headings, in the same order.' }];
}

function researchWithoutSource(tool: ToolFile): readonly Finding[] {
  const { claims = [], walk } = tool.data;
  const isOwn = (place: string) => {
    const backing = claims.filter((claim) => backs(claim, place));
    return backing.length > 0 && backing.every(({ source }) => source === OWN);
  };
  return toolPlaces(tool.data)
    .filter(({ place }) => isOwn(place))
    .flatMap(({ place, at }) => {
      const said = OF_RESEARCH.exec(wordsAt(tool.data, walk, place))?.[0];
      const message = `"${place}" says "${said}", and rests on nothing but ourselves.`;
      return said ? [{ in: tool, at, message, fix: 'name the source, or leave it out.' }] : [];
    });
}

function wordsAt({ gist, body }: ToolboxEntry, walk: ToolboxEntry['walk'], place: string): string {
  const [kind, name = ''] = place.split('/');
  switch (kind) {
    case 'gist':
      return JSON.stringify(gist);
    case 'body':
      return [partOf(body.nl, body.nl, name), partOf(body.en, body.nl, name)].join('\n');
    case 'step':
      return JSON.stringify(walk?.steps.find(({ id }) => id === name) ?? '');
    case 'text':
      return JSON.stringify(walk?.texts[name] ?? '');
    default:
      return JSON.stringify(walk?.lists[name] ?? '');
  }
}

/** The part of `text` that stands where this heading stands in the Dutch one. */
function partOf(text: string, dutch: string, heading: string): string {
  const parts = text.trimStart().split(/^##+ /mu);
  if (parts[0] === '') parts.shift();
  return parts[headingsIn(dutch).indexOf(heading)] ?? '';
}
