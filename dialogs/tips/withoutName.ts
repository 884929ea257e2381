/** A sentence of a tip or tool where no child is at hand: `child` stands in for the name, with a capital where it begins. */
export function withoutName(text: string, child: string): string {
  const spoken = text.replaceAll('{child}', child);
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}
