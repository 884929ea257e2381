/** What stands around digits that may be a telephone number. */
export interface Surroundings {
  /** A plus sign stands before them. */
  readonly plus: boolean;
  /** How many digits each group has. */
  readonly groups: readonly number[];
  readonly isDate: boolean;
  /** A word like "bel" or "tel" stands shortly before them. */
  readonly isCalledPhone: boolean;
}

/** Numbers of services, which anybody may call: Veilig Thuis 0800-2000, Childline 0800 1111. */
const SERVICE = /^(?:0800|0808|090[0-9]|0845|0870|00800)/;

/**
 * Whether digits can be a telephone number: Dutch or Belgian, another country's after + or 00, or as a British or American
 * one is written. Source: Nummerplan telefoon- en ISDN-diensten (RDI); ITU-T E.164.
 */
export function isPhone(digits: string, { plus, groups, isDate, isCalledPhone }: Surroundings): boolean {
  if (SERVICE.test(digits) || isDate) return false;
  if (plus) return digits.length >= 8 && digits.length <= 16 && !digits.startsWith('0');
  if (/^00[1-9]/.test(digits)) return digits.length >= 10 && digits.length <= 17;
  if (/^0[1-9]/.test(digits)) return isInland(digits, groups);
  if (groups.join('-') === '3-3-4') return true;
  return isCalledPhone && (digits.length >= 9 ? digits.length <= 11 : isLocal(digits, groups));
}

function isInland(digits: string, groups: readonly number[]): boolean {
  if (digits.length === 10 || digits.length === 11) return true;
  const isBelgianFixed = digits.length === 9 && !digits.startsWith('06');
  return isBelgianFixed && (groups.length !== 3 || groups[0] !== 3);
}

/** Without an area code; a date or a year is none. */
function isLocal(digits: string, groups: readonly number[]): boolean {
  return digits.length >= 6 && digits.length <= 8 && groups.length <= 4 && !/^(?:19|20)\d{2}[01]\d/.test(digits);
}
