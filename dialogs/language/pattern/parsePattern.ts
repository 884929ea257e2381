import { type Contractions, tokenize } from '../tokenize.ts';
import { PatternError, type PatternSyntax } from './patternNode.ts';

const SYMBOL = /[()[\]|^$]|![^\s()[\]|]*|~\d*|<[a-z-]+>|=?[^\s()[\]|<>^$~]+/g;
const PLAIN = /^[a-z]+$/;
const DEFAULT_GAP = 3;
const WIDEST_GAP = 12;

/** Reads one pattern (see `patternSchema`). Throws `PatternError` when it cannot be read. */
export function parsePattern(pattern: string, contractions: Contractions): PatternSyntax {
  const symbols = pattern.match(SYMBOL) ?? [];
  let at = 0;

  function readAlternatives(close: string | undefined): PatternSyntax {
    const of: PatternSyntax[] = [readSequence(close)];
    while (symbols[at] === '|') {
      at += 1;
      of.push(readSequence(close));
    }
    if (symbols[at] !== close) throw new PatternError(pattern, `expected ${close ?? 'the end'}`);
    at += 1;
    const [only] = of;
    return of.length === 1 && only ? only : { type: 'any', of };
  }

  function readSequence(close: string | undefined): PatternSyntax {
    const parts: PatternSyntax[] = [];
    while (at < symbols.length && symbols[at] !== '|' && symbols[at] !== close) parts.push(...readPart());
    if (parts.length === 0) throw new PatternError(pattern, 'an alternative is empty');
    const [only] = parts;
    return parts.length === 1 && only ? only : { type: 'sequence', parts };
  }

  function readPart(): readonly PatternSyntax[] {
    const symbol = symbols[at] ?? '';
    at += 1;
    if (symbol === '(') return [readAlternatives(')')];
    if (symbol === '[') return [{ type: 'optional', part: readAlternatives(']') }];
    if (symbol === '^') return [{ type: 'start' }];
    if (symbol === '$') return [{ type: 'end' }];
    if (symbol === '!') return [{ type: 'not', part: first(readPart()) }];
    if (symbol.startsWith('!')) return [{ type: 'not', part: first(readWord(symbol.slice(1))) }];
    if (symbol.startsWith('~')) return [{ type: 'gap', most: gapOf(symbol) }];
    if (symbol.startsWith('<')) return [{ type: 'list', name: symbol.slice(1, -1) }];
    return readWord(symbol);
  }

  function gapOf(symbol: string): number {
    const most = symbol === '~' ? DEFAULT_GAP : Number(symbol.slice(1));
    if (most < 1 || most > WIDEST_GAP) throw new PatternError(pattern, `a gap is 1 to ${WIDEST_GAP} words`);
    return most;
  }

  function readWord(symbol: string): readonly PatternSyntax[] {
    const match = symbol.startsWith('=') ? 'exact' : symbol.endsWith('*') ? 'prefix' : 'any-form';
    const forms = formsOf(symbol);
    if (forms.length === 0) throw new PatternError(pattern, `"${symbol}" is not a word`);
    return forms.map((word) => ({ type: 'word', word, match }));
  }

  /** Most symbols are plain words, and taking those apart is the slow part of starting up. */
  function formsOf(symbol: string): readonly string[] {
    if (PLAIN.test(symbol) && !Object.hasOwn(contractions, symbol)) return [symbol];
    return tokenize(symbol, contractions).map(({ form }) => form);
  }

  function first(parts: readonly PatternSyntax[]): PatternSyntax {
    const [part] = parts;
    if (!part || parts.length > 1) throw new PatternError(pattern, '"!" takes one word, list or group');
    return part;
  }

  return readAlternatives(undefined);
}
