/** Characters that nobody sees and that turn the direction of the text around them, or end a line where none ends. */
const TURNING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/** The text with such characters written out, as in `\u202e`: what is read is then what is there. */
export function shownMarks(text: string): string {
  return text.replace(TURNING, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
