import type { MaskKind } from '../../dialogs/masking/maskedSpan.ts';

/** A number from 0 up to 1, another each time. */
export type Chance = () => number;

type Made = Exclude<MaskKind, 'name'>;

/** Makes a valid number or address of a kind, written as people write it. */
export function madeOf(kind: Made, chance: Chance): string {
  const forms = FORMS[kind];
  return forms[Math.floor(chance() * forms.length)]?.(chance) ?? '';
}

const FORMS: Readonly<Record<Made, readonly ((chance: Chance) => string)[]>> = {
  phone: [
    (c) => `06${digits(c, 8)}`,
    (c) => `06-${digits(c, 8)}`,
    (c) => `06 ${digits(c, 2)} ${digits(c, 2)} ${digits(c, 2)} ${digits(c, 2)}`,
    (c) => `+31 6 ${digits(c, 8)}`,
    (c) => `+31 (0)6 ${digits(c, 4)} ${digits(c, 4)}`,
    (c) => `0031 6${digits(c, 8)}`,
    (c) => `0${from(c, ['20', '10', '30', '70', '40'])}-${from(c, ['2', '3', '4', '7'])}${digits(c, 6)}`,
    (c) => `(0${from(c, ['38', '50', '58'])}) ${from(c, ['4', '3'])}${digits(c, 2)} ${digits(c, 2)} ${digits(c, 2)}`,
    (c) => `04${from(c, ['7', '8', '9'])}${digits(c, 1)} ${digits(c, 2)} ${digits(c, 2)} ${digits(c, 2)}`,
    (c) => `+32 4${from(c, ['7', '8', '9'])}${digits(c, 1)} ${digits(c, 2)} ${digits(c, 2)} ${digits(c, 2)}`,
    (c) => `09 ${from(c, ['2', '3'])}${digits(c, 2)} ${digits(c, 2)} ${digits(c, 2)}`,
    (c) => `07${digits(c, 3)} ${digits(c, 6)}`,
    (c) => `020 7${digits(c, 3)} ${digits(c, 4)}`,
    (c) => `+44 7${digits(c, 3)} ${digits(c, 6)}`,
    (c) => `+49 17${digits(c, 1)} ${digits(c, 7)}`,
    (c) => `+48 ${from(c, ['5', '6', '7'])}${digits(c, 2)} ${digits(c, 3)} ${digits(c, 3)}`,
  ],
  email: [
    (c) => `${from(c, WORDS)}.${from(c, WORDS)}@${from(c, WORDS)}school.nl`,
    (c) => `${from(c, WORDS)}${digits(c, 2)}@gmail.com`,
    (c) => `${from(c, ['j', 'm', 'f'])}.${from(c, WORDS)}@obs-${from(c, WORDS)}.be`,
    (c) => `${from(c, WORDS)}_${from(c, WORDS)}+klas@${from(c, WORDS)}.sch.uk`,
    (c) => `${from(c, WORDS)}@${from(c, WORDS)}.co.uk`,
  ],
  address: [
    (c) => `${from(c, STREETS)} ${house(c)}`,
    (c) => `${from(c, STREETS)} ${house(c)}, ${postcode(c)} ${from(c, TOWNS)}`,
    (c) => `${from(c, STREETS).toLowerCase()} ${house(c)}`,
    (c) => `${house(c)} ${from(c, ENGLISH_STREETS)}`,
    (c) => `${from(c, STREETS)} ${house(c)} bus ${1 + Math.floor(c() * 9)}`,
  ],
  bsn: [
    citizen,
    citizen,
    (c) => citizen(c).replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3'),
    (c) => citizen(c).replace(/^(\d{4})(\d{2})(\d{3})$/, '$1.$2.$3'),
    belgian,
    (c) => belgian(c).replace(/^(\d{2})(\d{2})(\d{2})(\d{3})(\d{2})$/, '$1.$2.$3-$4.$5'),
  ],
  iban: [
    dutchIban,
    dutchIban,
    (c) => grouped(dutchIban(c)),
    (c) => grouped(withCheck('BE', digits(c, 12))),
    (c) => withCheck('BE', digits(c, 12)),
    (c) => grouped(withCheck('DE', digits(c, 18))),
    (c) => withCheck('GB', `${from(c, ['NWBK', 'BARC'])}${digits(c, 14)}`),
    (c) => withCheck('PL', digits(c, 24)),
    (c) => dutchIban(c).toLowerCase(),
  ],
};

const WORDS = [
  'zonnetje',
  'deboer',
  'regenboog',
  'vandijk',
  'kleurrijk',
  'yildiz',
  'hoekstra',
  'sunny',
  'marsh',
  'wilg',
];
const TOWNS = ['Utrecht', 'Zwolle', 'Breda', 'Assen', 'Delft'];
const STREETS = [
  'Dorpsstraat',
  'Kerklaan',
  'Prins Bernhardlaan',
  'Stationsweg',
  'Burgemeester van Tuyllkade',
  'Oude Gracht',
  'Vogelkersstraat',
  'Wilgenhof',
  'Zuiddijk',
  'Laan van Meerdervoort',
  'Meidoornplein',
  'Beukendreef',
];
const ENGLISH_STREETS = [
  'Church Lane',
  'Station Road',
  'Elm Grove',
  "St Mary's Close",
  'Victoria Street',
  'Park Avenue',
];

function dutchIban(chance: Chance): string {
  return withCheck('NL', `${from(chance, ['ABNA', 'INGB', 'RABO', 'TRIO'])}${digits(chance, 10)}`);
}

/** An account number with its check digits. Source: ISO 13616. */
function withCheck(country: string, account: string): string {
  let rest = 0;
  for (const character of `${account}${country}00`) {
    const value = String(Number.parseInt(character, 36));
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
  }
  return `${country}${String(98 - rest).padStart(2, '0')}${account}`;
}

function grouped(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

function citizen(chance: Chance): string {
  for (;;) {
    const first = `${1 + Math.floor(chance() * 8)}${digits(chance, 7)}`;
    const check = [...first].reduce((sum, digit, at) => sum + Number(digit) * (9 - at), 0) % 11;
    if (check < 10) return `${first}${check}`;
  }
}

function belgian(chance: Chance): string {
  const two = (most: number) => String(1 + Math.floor(chance() * most)).padStart(2, '0');
  const year = String(70 + Math.floor(chance() * 29));
  const first = `${year}${two(12)}${two(28)}${String(1 + Math.floor(chance() * 990)).padStart(3, '0')}`;
  return `${first}${String(97 - (Number(first) % 97)).padStart(2, '0')}`;
}

function house(chance: Chance): string {
  return `${1 + Math.floor(chance() * 240)}${from(chance, ['', '', '', 'a', '-2'])}`;
}

function postcode(chance: Chance): string {
  return `${1 + Math.floor(chance() * 8)}${digits(chance, 3)} ${from(chance, ['AB', 'KL', 'VX', 'GH'])}`;
}

function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, () => Math.floor(chance() * 10)).join('');
}

function from(chance: Chance, choices: readonly string[]): string {
  return choices[Math.floor(chance() * choices.length)] ?? '';
}
