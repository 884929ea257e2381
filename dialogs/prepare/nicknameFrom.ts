const LEAD =
  /^(?:(?:ik )?noem (?:haar|hem|het|het kind|dit kind)?|zeg maar|laten we|we noemen (?:haar|hem|het)|call (?:her|him|them|the child)|let's say|say)\s+/iu;
const NICKNAME = /^\p{L}[\p{L}\p{M}\d'’-]*(?: [\p{L}\p{M}\d'’-]+)?$/u;
const LONGEST = 24;

/** The nickname in an answer, one word or two, with a capital; null when the words are something else. */
export function nicknameFrom(said: string): string | null {
  const name = said
    .replace(LEAD, '')
    .replace(/^["'“”‘’*]+|(?<!["'“”‘’*.!])["'“”‘’*.!]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (name.length > LONGEST || !NICKNAME.test(name)) return null;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
