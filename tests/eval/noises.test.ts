import { describe, expect, it } from '@jest/globals';
import type { MarkedTurn } from './noise/applyEdits.ts';
import { changeAddress } from './noise/changeAddress.ts';
import { dropApostrophes, dropPunctuation } from './noise/dropPunctuation.ts';
import { joinTurns, mixWords } from './noise/mixLanguages.ts';
import { slipLetters } from './noise/slipLetters.ts';
import { NOISES } from './noises.ts';

const LONG = 'Ik hoor dat u zich zorgen maakt, en dat begrijp ik goed. Hoe is het thuis? '.repeat(80);

/** A turn with show-understanding on the words between brackets. */
function turn(marked: string): MarkedTurn {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replaceAll(/[[\]]/g, '');
  return { text, spans: start < 0 ? [] : [{ move: 'show-understanding', start, end }] };
}

function marked({ text, spans }: MarkedTurn): readonly string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe('noise', () => {
  it.each(NOISES)('does the same to the same turn: $name', ({ change, locales }) => {
    const [locale = 'nl'] = locales;

    expect(change(turn(LONG), locale)).toEqual(change(turn(LONG), locale));
  });
});

describe('slips of the finger', () => {
  it('hit about five letters in a hundred', () => {
    const short = 'Ik hoor dat u zich zorgen maakt. ';
    const letters = [...short].filter((letter) => /\p{L}/u.test(letter)).length;
    let slips = 0;
    for (let at = 0; at < 400; at += 1) {
      const before = `${at} ${short}`;
      slips += slipsBetween(before, slipLetters(turn(before), 0.05).text);
    }

    expect(slips / (400 * letters)).toBeGreaterThan(0.04);
    expect(slips / (400 * letters)).toBeLessThan(0.06);
  });

  it('leave marks, spaces and figures alone', () => {
    expect(slipLetters(turn('12:30, 14 – 15!'), 1).text).toBe('12:30, 14 – 15!');
  });

  it('let the marked words move along', () => {
    const slipped = slipLetters(turn('Goed zo. [Wat naar voor u.] Tot morgen dan maar.'), 0.3);

    expect(slipped.text).not.toContain('Wat naar voor u');
    expect(marked(slipped)[0]?.endsWith('.')).toBe(true);
  });
});

/** One for each stretch that is no longer the same, by the shortest way from one to the other. */
function slipsBetween(before: string, after: string): number {
  let row = Array.from({ length: after.length + 1 }, (_, at) => at);
  for (let i = 1; i <= before.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= after.length; j += 1) {
      const same = before[i - 1] === after[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
    }
    row = next;
  }
  return row[after.length] ?? 0;
}

describe('lower case without punctuation', () => {
  it('keeps the words, and the apostrophe inside them', () => {
    const bare = dropPunctuation(turn("Nou – ze zei: 'Nee!' Foto's (van Sam)… [Wat naar, hè?]"));

    expect(bare.text).toBe("nou ze zei nee foto's van sam wat naar hè");
    expect(marked(bare)).toEqual(['wat naar hè']);
  });

  it('can lose those apostrophes too', () => {
    expect(dropApostrophes(turn("That's what you're saying.")).text).toBe('thats what youre saying');
  });
});

describe('another form of address', () => {
  it.each([
    ['Bent u boos? U heeft gelijk.', 'Ben je boos? Je hebt gelijk.'],
    ['Wat merkt u aan uw zoon?', 'Wat merk je aan je zoon?'],
    ['Ik bel u morgen, dat beloof ik u.', 'Ik bel je morgen, dat beloof ik je.'],
    ['U doet het zelf.', 'Je doet het zelf.'],
  ])('says je for u: %s', (formal, informal) => {
    expect(changeAddress(turn(formal), 'je').text).toBe(informal);
  });

  it.each([
    ['Bent u boos?', 'Zijt ge boos?'],
    ['Ben je boos? Je hebt gelijk.', 'Zijt ge boos? Ge hebt gelijk.'],
    ['Wat merk je aan jouw zoon?', 'Wat merkt ge aan uw zoon?'],
    ['Ik bel u morgen.', 'Ik bel u morgen.'],
    ['Ik hoor je, belt u maar.', 'Ik hoor je, belt ge maar.'],
    ['Als u wilt, kunt u bellen.', 'Als ge wilt, kunt ge bellen.'],
  ])('says ge for u and je, as in Flanders: %s', (other, flemish) => {
    expect(changeAddress(turn(other), 'ge').text).toBe(flemish);
  });
});

describe('two languages at once', () => {
  it('puts everyday words in the other language', () => {
    expect(mixWords(turn('Morgen bel ik je, na school.'), 'nl').text).toBe('Tomorrow bel ik je, na school.');
    expect(mixWords(turn("I'll ask her teacher."), 'en').text).toBe("I'll ask her juf.");
  });

  it('joins two turns with the moves of both', () => {
    const both = joinTurns(turn('[Wat naar.]'), turn('Hm. [How awful.]'));

    expect(both.text).toBe('Wat naar. Hm. How awful.');
    expect(marked(both)).toEqual(['Wat naar.', 'How awful.']);
  });
});
