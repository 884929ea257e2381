/** The same words in lower case and without marks; every word stays in its place, so that marked spans still hold. */
export function asTypedInHaste(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text).replace(/[.,!?;:…"“”()–—-]/g, ' ');
}
