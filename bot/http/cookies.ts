/** The value of one cookie in a Cookie header; undefined when it is not there. Of two with one name, the first. */
export function cookieNamed(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
