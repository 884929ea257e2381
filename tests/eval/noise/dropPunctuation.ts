import { applyEdits, editsFor, type MarkedTurn } from './applyEdits.ts';

const BETWEEN_WORDS = /(?:[\s.,!?;:…"“”„«»()[\]*/–—]|(?<![\p{L}\p{N}])['‘’-]+|['‘’-]+(?![\p{L}\p{N}]))+/gu;
const ALSO_INSIDE = /['’‘`-]/g;

/** Small letters, and nothing between words but a space; the apostrophe in "that's" and "foto's" stays. */
export function dropPunctuation(turn: MarkedTurn): MarkedTurn {
  const { text, spans } = applyEdits(
    turn,
    editsFor(turn.text, BETWEEN_WORDS, ({ 0: mark, index }) =>
      index === 0 || index + mark.length === turn.text.length ? '' : ' ',
    ),
  );
  return { text: lower(text), spans };
}

/** The same, and "thats", "fotos" and "tienminutengesprek" in one. */
export function dropApostrophes(turn: MarkedTurn): MarkedTurn {
  const bare = dropPunctuation(turn);
  return applyEdits(
    bare,
    editsFor(bare.text, ALSO_INSIDE, () => ''),
  );
}

/** Letter by letter, so that no letter becomes two and every place stays. */
function lower(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text[at] ?? '';
    const small = unit.toLowerCase();
    return small.length === 1 ? small : unit;
  }).join('');
}
