import { applyEdits, type MarkedTurn, withCapitalOf } from './applyEdits.ts';

/** One verb in the present, as it goes with "u", with "je" before it, with "je" behind it, and with "ge". */
interface VerbForms {
  readonly u: string;
  readonly je: string;
  readonly jeBehind: string;
  readonly ge: string;
}

const IRREGULAR = [
  ['bent', 'bent', 'ben', 'zijt'],
  ['heeft', 'hebt', 'heb', 'hebt'],
  ['hebt', 'hebt', 'heb', 'hebt'],
  ['kunt', 'kunt', 'kun', 'kunt'],
  ['kan', 'kan', 'kan', 'kunt'],
  ['wilt', 'wilt', 'wil', 'wilt'],
  ['wil', 'wil', 'wil', 'wilt'],
  ['zult', 'zult', 'zul', 'zult'],
  ['zal', 'zal', 'zal', 'zult'],
  ['mag', 'mag', 'mag', 'moogt'],
  ['zou', 'zou', 'zou', 'zoudt'],
  ['had', 'had', 'had', 'hadt'],
  ['was', 'was', 'was', 'waart'],
  ['kon', 'kon', 'kon', 'kondt'],
  ['wou', 'wou', 'wou', 'woudt'],
];
const REGULAR =
  'moet weet ziet doet gaat komt staat slaat merkt denkt vindt kent hoort leest zegt vertelt belt mailt stuurt schrijft vraagt maakt geeft neemt krijgt ' +
  'brengt haalt houdt laat let legt helpt werkt probeert begrijpt bedoelt verwacht hoopt wenst zoekt voelt kijkt praat wacht zit ligt loopt blijft ' +
  'noemt herkent schrikt reageert regelt bespreekt oefent deelt mist wordt verdient';
const FORMS: readonly VerbForms[] = [
  ...IRREGULAR.map(([u = '', je = '', jeBehind = '', ge = '']) => ({ u, je, jeBehind, ge })),
  ...REGULAR.split(' ').map((form) => ({ u: form, je: form, jeBehind: behind(form), ge: form })),
];

/** "moet u" is "moet je", "merkt u" is "merk je": the t of the ending goes, the t of the stem stays. */
function behind(form: string): string {
  return /^(moet|weet|laat|let|zit|wacht|verwacht|praat)$/.test(form) ? form : form.replace(/t$/, '');
}

const ADDRESS = /(?<![\p{L}'’-])(?:(\p{L}+) )?(u|uw|uzelf|je|jij|jou|jouw|jezelf)(?: (\p{L}+))?(?![\p{L}'’-])/giu;
const OPENS_CLAUSE =
  /^(dat|als|of|omdat|hoe|wat|waar|waarom|wanneer|zoals|terwijl|toen|en|maar|want|die|waarop|waarover|waaraan)$/i;

/** In "ik bel u" the one who acts is another. */
const OTHER_SUBJECT = /(?<![\p{L}])(?:ik|we|wij|hij|zij|ze|die) $/iu;

/** Behind a word that opens a clause an "u" acts; "je" there may be "your", so it is left. */
function actsAlone(before: string, address: string): boolean {
  return address.toLowerCase() === 'u' && (before === '' || OPENS_CLAUSE.test(before));
}

/**
 * "U" becomes "je"; or "u" and "je" become "ge", as in Flanders: "bent u" is "ben je" and "zijt ge"; in
 * "ik bel u" the "u" stays in Flanders. One beside a verb form of its own is the one who acts. A "je" that may be "your" is left.
 */
export function changeAddress(turn: MarkedTurn, to: 'je' | 'ge'): MarkedTurn {
  const edits = [...turn.text.matchAll(ADDRESS)].flatMap(([found, before = '', address = '', after = ''], at, all) => {
    const words = found.split(' ');
    let start = all[at]?.index ?? 0;
    const verb = OTHER_SUBJECT.test(turn.text.slice(0, start)) ? '' : before.toLowerCase();
    const changed = to === 'je' ? asJe(before, address, after, verb) : asGe(before, address, after, verb);
    return words.map((word, place) => {
      const edit = { start, end: start + word.length, text: withCapitalOf(word, changed[place] ?? word) };
      start = edit.end + 1;
      return edit;
    });
  });
  return applyEdits(turn, edits);
}

function asJe(before: string, address: string, after: string, verb: string): readonly string[] {
  const plain = { u: 'je', uw: 'je', uzelf: 'jezelf' }[address.toLowerCase()];
  if (plain === undefined) return kept(before, address, after);
  const ahead = FORMS.find(({ u }) => u === after.toLowerCase());
  const behind = FORMS.find(({ u }) => u === verb);
  if (plain !== 'je' || address.toLowerCase() === 'uw') return kept(before, plain, after);
  if (ahead && !behind) return kept(before, plain, ahead.je);
  return kept(behind?.jeBehind ?? before, plain, after);
}

function asGe(before: string, address: string, after: string, verb: string): readonly string[] {
  const owned = { uw: 'uw', jouw: 'uw', uzelf: 'uzelf', jezelf: 'uzelf', jou: 'u' }[address.toLowerCase()];
  if (owned !== undefined) return kept(before, owned, after);
  const behind = FORMS.find(({ u, jeBehind }) => [u, jeBehind].includes(verb));
  if (behind) return kept(behind.ge, 'ge', after);
  const ahead = FORMS.find(({ u, je }) => [u, je].includes(after.toLowerCase()));
  if (ahead) return kept(before, 'ge', ahead.ge);
  if (address.toLowerCase() === 'jij' || actsAlone(before, address)) return kept(before, 'ge', after);
  return kept(before, address.toLowerCase() === 'u' ? 'u' : address, after);
}

function kept(...words: readonly string[]): readonly string[] {
  return words.filter((word) => word !== '');
}
