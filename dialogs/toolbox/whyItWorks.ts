import type { KeepsakeBlock } from '../keepsakes/keepsake.ts';
import type { Tool } from './tool.ts';
import { keepsakeOf, type WalkWords, walkWords } from './walkWords.ts';

const STUDIES = ['study-1', 'study-2', 'study-3'] as const;

/** Why being on the same page matters: the triangle as a picture, three studies, and what they did not find. */
export const whyItWorks: Tool = {
  id: 'why-it-works',
  keepsake: (now) => {
    const words = walkWords(now);
    const list = (name: string): KeepsakeBlock => ({ type: 'list', items: words.list(name) });
    return keepsakeOf(now, [
      { blocks: [triangle(words)] },
      { heading: words.text('three-studies'), blocks: [studies(words)] },
      { heading: words.text('pillars'), blocks: [{ type: 'list', as: 'numbers', items: words.list('pillars') }] },
      { heading: words.text('not-found'), blocks: [list('not-found')] },
      { heading: words.text('so'), blocks: [list('so')] },
    ]);
  },
};

function triangle({ text, list }: WalkWords): KeepsakeBlock {
  return {
    type: 'picture',
    picture: {
      kind: 'triangle',
      corners: [text('corner-child'), text('corner-parents'), text('corner-school')],
      sides: [text('side-parents-child'), text('side-parents-school'), text('side-school-child')],
    },
    title: text('triangle'),
    twin: list('twin'),
  };
}

function studies({ text }: WalkWords): KeepsakeBlock {
  const parts = ['who', 'how', 'found'] as const;
  return {
    type: 'table',
    head: ['study', ...parts].map(text),
    rows: STUDIES.map((study) => [text(study), ...parts.map((part) => text(`${study}-${part}`))]),
  };
}
