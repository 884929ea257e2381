/**
 * Whether nine digits can be a Dutch citizen service number: 9, 8, … 2 and −1 times the digits add up to a multiple of 11.
 * Source: Logisch ontwerp BSN, elfproef (Rijksdienst voor Identiteitsgegevens).
 */
export function isCitizenNumber(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

/**
 * Whether eleven digits can be a Belgian national number: a day of birth, a number for that day, and 97 less what is left of
 * the first nine divided by 97; for people born from 2000 on, of the first nine with a 2 before them.
 * Source: Koninklijk besluit van 3 april 1984, samenstelling van het identificatienummer.
 */
export function isBelgianNumber(digits: string): boolean {
  if (!/^\d{2}(?:0\d|1[0-2]|[2-5]\d)[0-3]\d{6}$/.test(digits)) return false;
  const first = Number(digits.slice(0, 9));
  const check = Number(digits.slice(9));
  return 97 - (first % 97) === check || 97 - ((2_000_000_000 + first) % 97) === check;
}

/** How long an account number is, by country. Source: ISO 13616, IBAN Registry (SWIFT). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  VG: 24,
  XK: 20,
};

/** How many characters an account number has that begins so; undefined for a country without. */
export function ibanLength(country: string): number | undefined {
  return Object.hasOwn(IBAN_LENGTHS, country) ? IBAN_LENGTHS[country] : undefined;
}

/** Whether capitals and digits are an account number: as one number, its first four last, 1 is left when divided by 97. */
export function isIban(characters: string): boolean {
  if (characters.length !== ibanLength(characters.slice(0, 2)) || !/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(characters))
    return false;
  let rest = 0;
  for (const character of characters.slice(4) + characters.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
