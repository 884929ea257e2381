/** A cell that begins so is a formula to a spreadsheet, also behind spaces, and in full width. */
const FORMULA = /^[\s\0\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/**
 * One cell, always in quotes. What a spreadsheet would calculate gets an apostrophe before it, and is then words; a plain
 * number stays one.
 */
export function csvCell(value: string | number): string {
  const text = String(value).replaceAll('\0', '');
  const isFormula = FORMULA.test(String(value)) && !NUMBER.test(text);
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}

/**
 * A table as a file: UTF-8 with a byte order mark, lines ended by CR LF. In Dutch cells are parted by semicolons, as
 * spreadsheets there expect, in English by commas.
 */
export function csvTable(rows: readonly (readonly (string | number)[])[], locale: 'nl' | 'en'): string {
  const separator = locale === 'nl' ? ';' : ',';
  return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join('')}`;
}
