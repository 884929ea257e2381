/** A first name that everybody knows, as long as the placeholders are inside their brackets. */
const NAME = 'Emma';
const PLACEHOLDERS = /\[na(?:am|me)\]/g;

/** What was masked was somebody's name, and is read as one: a name in the place of every placeholder, all else where it was. */
export function namesAgain(text: string): string {
  return text.includes('[na') ? text.replace(PLACEHOLDERS, `[${NAME}]`) : text;
}
